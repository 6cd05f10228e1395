/** A row carries the moment when its wallet was locked, and may be committed so much later. */
const LATEST_COMMIT_MS = 60_000;

/** Whether all that was posted until a moment is in the books by now, once what was due until then has been done. */
export function isSettled(end: Date, now: Date): boolean {
  return now.getTime() - end.getTime() > LATEST_COMMIT_MS;
}
