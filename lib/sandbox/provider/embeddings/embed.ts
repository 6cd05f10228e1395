import { drawFromNumber } from "../text/random";

/**
 * A vector of length 1, the same for the same tokens, and near to that of a text with many tokens in common: the sum of
 * one direction for each.
 */
export function embed(tokens: readonly number[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const token of tokens) {
    const draw = drawFromNumber(token);
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + draw(2001) - 1000;
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** Little-endian 32-bit numbers, which the official client asks for. */
export function base64Of(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes.toString("base64");
}
