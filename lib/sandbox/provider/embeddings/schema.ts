import { z } from "zod";

const Tokens = z.array(z.int().min(0)).min(1);

export const EmbeddingRequest = z.looseObject({
  model: z.string().min(1),
  /** A text, texts, the tokens of one, or of several. */
  input: z.union([
    z.string().min(1),
    z.array(z.string().min(1)).min(1).max(2048),
    Tokens,
    z.array(Tokens).min(1).max(2048),
  ]),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  dimensions: z.int().min(1).max(8192).nullish(),
  usage: z.looseObject({ include: z.boolean().optional() }).nullish(),
});
export type EmbeddingRequest = z.output<typeof EmbeddingRequest>;
