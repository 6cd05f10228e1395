const COMMON = new Set(
  `about above after again answer another anyone because before being below between better briefly could describe
different does doing during either every exactly explain first following further given great happens having herself
himself instead itself large later least little maybe might myself never often other others ourselves please possible
quickly rather right second sentence sentences several shall short shortly should simple small something still such
suggest summarize tell their theirs themselves there these thing things think third those though three through token
tokens under until using usual various whatever where whether which while whose within without words would write
yourself`.split(/\s+/),
);
const NOTHING_NAMED: readonly [string, ...string[]] = ["the plan", "the team", "the data", "the result"];

/**
 * What a text is about: its longer words, in their order, as things: `the harvest`. Plain ASCII, so that each token of
 * what is written about them is whole characters.
 */
export function topicsOf(text: string): readonly [string, ...string[]] {
  const words = text.slice(0, 20_000).match(/[A-Za-z][A-Za-z-]{4,23}/g) ?? [];
  const topics = new Set(words.map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word)));
  const [first, ...more] = [...topics].slice(0, 8);
  return first === undefined ? NOTHING_NAMED : [`the ${first}`, ...more.map((topic) => `the ${topic}`)];
}
