/** Sentences about `{a}` and `{b}`: an answer is made of them. */
export const SENTENCES: readonly [string, ...string[]] = [
  "The short version is that much about {a} depends on {b}, more than it seems at first.",
  "A good first step is to write down what {a} should achieve, and for whom.",
  "Most of the effort goes into {b}, because that is where the details hide.",
  "After a change to {a}, check {b} on the same day rather than at the end of the month.",
  "Teams that do this well keep {a} simple and measure {b} every week.",
  "There is one risk to name: {b} can look healthy while trouble with {a} grows.",
  "A small experiment with {a} will tell you more than another meeting about {b}.",
  "It helps to separate what is known about {a} from what is only assumed.",
  "In practice, {b} should be reviewed by somebody who did not set it up.",
  "Start with {a}, because everything about {b} builds on that.",
  "The numbers for {a} are easy to collect; the reasons behind {b} take longer.",
  "When both are in place, {a} and {b} support each other.",
  "Keep the first version of {a} narrow, and leave room for {b} later.",
  "People will ask about {b} before they ask about {a}, so have that answer ready.",
  "What matters for {a} is that the outcome can be checked by others.",
  "If time is short, leave {b} for later and improve {a} first.",
  "Good records of {a} make questions about {b} much easier to settle.",
  "The usual mistake is to treat {a} and {b} as one problem.",
];

/** How an answer begins. */
export const OPENINGS: readonly [string, ...string[]] = [
  "Here is how I would look at {a}.",
  "Let us take {a} step by step.",
  "There are a few things worth knowing about {a}.",
  "In short, with {a} it comes down to a handful of decisions.",
];

/** What goes through the head of a model that thinks before it answers. */
export const THOUGHTS: readonly [string, ...string[]] = [
  "The question is about {a}, so the answer should say what that means for {b}.",
  "First consider {a}: which part of it is given, and which is to be found?",
  "It may be tempting to begin with {b}, but {a} should come first.",
  "Check the other direction as well: would the answer still hold without {b}?",
  "A list would be too long here; a few sentences on {a} will do.",
  "The point about {b} has to stay short.",
];
