import { z } from "zod";
import { Id, Name } from "@/lib/accounts/schema";
import { PROVIDER_SLUGS } from "../rules/providers";

export const SaveProviderKey = z.strictObject({
  provider: z.enum(PROVIDER_SLUGS, "is not a provider that is known here"),
  name: Name,
  /** It goes into a header, and its last four characters are kept in the open. */
  key: z
    .string("is required")
    .trim()
    .min(1, "is required")
    .min(12, "is too short for a key of a provider")
    .max(500, "has more than 500 characters")
    .regex(/^[\x21-\x7e]+$/, "has spaces or other characters that no key has"),
});
export type SaveProviderKey = z.output<typeof SaveProviderKey>;

export const OfProviderKey = z.strictObject({ id: Id });
