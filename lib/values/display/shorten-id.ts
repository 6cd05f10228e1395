/** Longer than names that people gave, such as "mistral-7b-atlas", which say more whole; shorter than any UUID. */
const LONGEST_WHOLE = 24;

/** An id with its middle left out: "019aa1b2…6d7e". Ids of up to 24 characters stay whole. */
export function shortenId(id: string, head = 8, tail = 4): string {
  return id.length <= LONGEST_WHOLE ? id : `${id.slice(0, head)}…${id.slice(-tail)}`;
}
