const COMMON = new Set(
  `about above after again also answer because been before being below between both could does doing down during each
exactly explain few from further give have having here hers himself into itself just least less like long make many
more most much must need only other ours over own please same sentence sentences short should some such than that
their theirs them then there these they this those through token tokens under until very want were what when where
which while whom will with word words would write your yours`.split(/\s+/),
);
const NOTHING_NAMED: readonly [string, ...string[]] = ["the plan", "the team", "the data", "the result"];

/**
 * What a text is about: its longer words, in their order. Plain ASCII, so that each token of what is written about them
 * is whole characters.
 */
export function topicsOf(text: string): readonly [string, ...string[]] {
  const words = text.slice(0, 20_000).match(/[A-Za-z][A-Za-z-]{3,23}/g) ?? [];
  const topics = new Set(words.map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word)));
  const [first, ...more] = [...topics].slice(0, 8);
  return first === undefined ? NOTHING_NAMED : [first, ...more];
}
