import type { SchemaElement } from "hyparquet";
import type { EventAnswer } from "@/lib/metering/schema-events";
import { parseScaled } from "@/lib/values/money";

/** A column of the file: how it is stored, and what stands in it for an event. */
interface Column {
  element: SchemaElement;
  of: (event: EventAnswer) => string | bigint | Date | null;
}

type Key = keyof EventAnswer;

const text = (name: Key): Column => ({
  element: { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
  of: (event) => String(event[name]),
});

const time = (name: "occurred_at" | "received_at"): Column => ({
  element: { name, type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "REQUIRED" },
  of: (event) => new Date(event[name]),
});

const count = (name: "input_tokens" | "output_tokens" | "cached_input_tokens"): Column => ({
  element: { name, type: "INT64", repetition_type: "REQUIRED" },
  of: (event) => BigInt(event[name]),
});

// Exact decimals, as wide as any amount.
const decimal = (name: "charge" | "cost_usd", scale: number): Column => ({
  element: {
    name,
    type: "FIXED_LEN_BYTE_ARRAY",
    type_length: 16,
    converted_type: "DECIMAL",
    precision: 38,
    scale,
    repetition_type: "REQUIRED",
  },
  of: (event) => parseScaled(event[name], scale),
});

/** The columns of the CSV file of the same events, with their types. Amounts are decimals: no digit is lost. */
export const COLUMNS: readonly Column[] = [
  text("id"),
  time("occurred_at"),
  time("received_at"),
  text("category"),
  text("feature"),
  text("type"),
  text("provider"),
  text("model"),
  text("member"),
  text("team"),
  text("project"),
  text("key"),
  text("mandate"),
  text("resource"),
  count("input_tokens"),
  count("output_tokens"),
  count("cached_input_tokens"),
  text("unit"),
  decimal("charge", 9),
  decimal("cost_usd", 12),
  {
    element: {
      name: "transaction_id",
      type: "BYTE_ARRAY",
      converted_type: "UTF8",
      repetition_type: "OPTIONAL",
    },
    of: ({ transaction_id: id }) => id,
  },
];
