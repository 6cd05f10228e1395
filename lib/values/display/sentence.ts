/** A stored word as people read it where nothing stands before it: "switched_off" is "Switched off". */
export function sentenceOf(word: string): string {
  const words = word.replaceAll(/[_-]/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
