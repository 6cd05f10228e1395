/** An id with its middle left out: "txn_019a…c1f". Ids that are short already stay whole. */
export function shortenId(id: string, head = 8, tail = 4): string {
  return id.length <= head + tail + 2 ? id : `${id.slice(0, head)}…${id.slice(-tail)}`;
}
