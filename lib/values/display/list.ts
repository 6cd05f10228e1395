/** "gpt-4o, o3 and claude-sonnet-4"; `none` where there are none, such as "any model". */
export function listInWords(names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}
