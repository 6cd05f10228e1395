/** A mistake in how a command was called, or something that it needs and does not find. Shown as a sentence. */
export class CliFault extends Error {
  override readonly name = "CliFault";
}

/** Prints a result: as JSON for programs, as aligned lines for people. */
export function print(result: Readonly<Record<string, unknown>>, asJson: boolean): void {
  if (asJson) return console.log(JSON.stringify(result));
  const width = Math.max(...Object.keys(result).map((name) => name.length));
  for (const [name, value] of Object.entries(result)) {
    console.log(
      `${name.replaceAll("_", " ").padEnd(width)}  ${Array.isArray(value) ? value.join(" ") : String(value)}`,
    );
  }
}
