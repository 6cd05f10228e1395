// Letters, spaces, and what is neither: a tokenizer takes each such run as one word. Of digits it takes three at a time.
const LONG_RUN = /[\p{L}\p{M}]{128}|\s{128}|[^\s\p{L}\p{N}]{128}/gu;

/** A text in pieces of which none has a longer word. A text of usual words is one piece. */
export function* piecesOf(text: string): Generator<string> {
  let from = 0;
  for (const { index, 0: run } of text.matchAll(LONG_RUN)) {
    const to = index + run.length;
    yield text.slice(from, to);
    from = to;
  }
  if (from < text.length) yield text.slice(from);
}
