/** As much of JSON Schema (2020-12) as Stripe's declarations need. */
export interface Schema {
  type?: "string" | "number" | "boolean" | "null" | "object" | "array";
  const?: string | number | boolean;
  /** The values that the declarations name, of a text that may have others some day. Checked by a keyword of ours. */
  known?: string[];
  pattern?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  $ref?: string;
}

/** What a call of the SDK sends and gets; references lead into `definitions`. */
export interface CallSchema {
  request: Schema;
  answer: Schema;
}

export interface Schemas {
  definitions: Record<string, Schema>;
  /** By method and path, `POST /v1/customers/{}`. */
  calls: Record<string, CallSchema>;
  /** By the event's type. */
  events: Record<string, Schema>;
  /** By the `object` of a Stripe object, those that calls answer with. */
  objects: Record<string, Schema>;
}
