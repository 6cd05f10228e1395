import { type Draw, pick } from "./random";
import { OPENINGS, SENTENCES } from "./sentences";
import { piecesOf } from "./tokens";

type Some = readonly [string, ...string[]];

/** One sentence about the topics. */
export function sentence(draw: Draw, from: Some, topics: Some): string {
  const a = pick(draw, topics);
  const [first = a, ...rest] = topics.filter((topic) => topic !== a);
  const text = pick(draw, from)
    .replaceAll("{a}", a)
    .replaceAll("{b}", pick(draw, [first, ...rest]));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * An answer in plain sentences, token by token, of up to `limit` tokens or a little more. Who asks for a number of words,
 * sentences or tokens gets it; the last exactly.
 */
export function writeAnswer(draw: Draw, prompt: string, topics: Some, limit: number): string[] {
  const asked = /\b(\d{1,5}) (words|sentences|tokens)\b/i.exec(prompt);
  const count = Number(asked?.[1] ?? 3 + draw(6));
  const unit = asked?.[2]?.toLowerCase() ?? "sentences";
  const pieces = piecesOf(sentence(draw, OPENINGS, topics));
  for (let written = 1; pieces.length < limit; written++) {
    const reached = { sentences: written, words: wordsIn(pieces), tokens: pieces.length }[unit] ?? count;
    if (reached >= count) break;
    pieces.push(...piecesOf(` ${sentence(draw, SENTENCES, topics)}`));
  }
  return unit === "tokens" ? pieces.slice(0, count) : pieces;
}

function wordsIn(pieces: readonly string[]): number {
  return pieces.join("").split(" ").length;
}
