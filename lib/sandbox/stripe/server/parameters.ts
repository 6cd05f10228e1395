import { z } from "zod";

/** Parameters as they come in a form: everything is text. What is not named in a schema is refused. */
export function parameters<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape);
}

/** A whole number. */
export function integer(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  return z.string().transform((value, context) => {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number))
      context.addIssue({
        code: "custom",
        message: `Invalid integer: ${value}`,
        params: { code: "parameter_invalid_integer" },
      });
    else if (number < min)
      context.addIssue({
        code: "custom",
        message: `This value must be greater than or equal to ${min}.`,
        params: { code: "parameter_invalid_integer" },
      });
    else if (number > max)
      context.addIssue({ code: "custom", message: `This value must be less than or equal to ${max}.` });
    return number;
  });
}

/** `true` or `false`. */
export function flag() {
  return z.enum(["true", "false"]).transform((value) => value === "true");
}

export function text(max = 5000) {
  return z
    .string()
    .min(1, "You passed an empty string.")
    .max(max, `Invalid string: must be at most ${max} characters`);
}

/** What an empty value clears. */
export function clearable<S extends z.ZodType>(schema: S) {
  return z.union([z.literal("").transform(() => null), schema]);
}

/** Three letters, answered in small ones. */
export function currency() {
  return z
    .string()
    .regex(/^[a-zA-Z]{3}$/, "Invalid currency: it must be a three-letter ISO code")
    .transform((value) => value.toLowerCase());
}

/** Up to 50 pairs. An empty value removes its key, an empty parameter removes all. */
export function metadata() {
  const pairs = z
    .record(
      z.string().max(40, "Metadata keys can have up to 40 characters"),
      z.string().max(500, "Metadata values can have up to 500 characters"),
    )
    .refine((value) => Object.keys(value).length <= 50, "Metadata can have up to 50 keys");
  return clearable(pairs);
}

/** Metadata after an update. */
export function mergeMetadata(
  now: Record<string, string>,
  change: Record<string, string> | null | undefined,
): Record<string, string> {
  if (change === null) return {};
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== ""));
}

export const address = parameters({
  city: z.string().optional(),
  country: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  postal_code: z.string().optional(),
  state: z.string().optional(),
});
