/** A reported call in the words of a usage event, and what its fields are called where it came from. */
export interface Translation {
  event: Record<string, unknown>;
  /** Our field → theirs, so that a fault names what the sender wrote. */
  names: Readonly<Record<string, string>>;
  /** What makes it no call at all, whatever its fields say. */
  fault?: { field: string; message: string };
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first of several spellings that is there. */
export function firstOf(fields: Fields, names: readonly string[]): [name: string, value: unknown] | null {
  const name = names.find((one) => fields[one] !== undefined && fields[one] !== null);
  return name === undefined ? null : [name, fields[name]];
}

/** Collects what is there under our names. */
export class Translator {
  readonly event: Record<string, unknown> = {};
  readonly names: Record<string, string> = {};

  /** Takes the first of their spellings that is there, as it is or as `read` reads it. */
  take(
    ours: string,
    fields: Fields,
    theirs: readonly string[],
    path: string,
    read = (value: unknown) => value,
  ): void {
    const found = firstOf(fields, theirs);
    if (!found) return;
    this.event[ours] = read(found[1]);
    this.names[ours] = path + found[0];
  }
}

/** A name that a usage event takes as its id: what has another form is named by its hash. */
export function idFrom(text: string, hash: (text: string) => string): string {
  return /^[\x21-\x7e]{1,200}$/.test(text) ? text : hash(text);
}
