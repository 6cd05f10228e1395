import { isStatement, type SignedDocument } from "../schema";

/** What documents say of places in chains. Two that say different things of one place cannot both be true. */
export class Points {
  readonly #said = new Map<string, { value: string; by: string }>();

  /** What a document says; `by` names it. Returns what contradicts it. */
  add(document: SignedDocument, by: string): string[] {
    const { chain } = document;
    const before = (BigInt(chain.first_seq) - 1n).toString();
    const [start, end] = isStatement(document)
      ? [document.opening, document.closing]
      : [document.transaction.balance_before, document.transaction.balance_after];
    return [
      this.#say(document, before, "hash", chain.before, by),
      this.#say(document, chain.last_seq, "hash", chain.after, by),
      this.#say(document, chain.head.seq, "hash", chain.head.hash, by),
      this.#say(document, before, "balance", start, by),
      this.#say(document, chain.last_seq, "balance", end, by),
    ].filter((fault) => fault !== null);
  }

  /** Holds a row of a file against what other files said of its place; null when nothing speaks against it. */
  contradiction(of: SignedDocument, seq: string, hash: string, by: string): string | null {
    const known = this.#said.get(keyOf(of, seq, "hash"));
    if (!known || known.value === hash || known.by === by) return null;
    return `row ${seq} is another one in ${known.by}: the chain was written anew`;
  }

  #say(of: SignedDocument, seq: string, what: "hash" | "balance", value: string, by: string): string | null {
    const key = keyOf(of, seq, what);
    const known = this.#said.get(key);
    if (!known) this.#said.set(key, { value, by });
    if (!known || known.value === value) return null;
    return `after row ${seq}, the ${what} is ${value} here and ${known.value} in ${known.by}`;
  }
}

function keyOf({ account, unit }: SignedDocument, seq: string, what: string): string {
  return `${account.id} ${unit} ${seq} ${what}`;
}
