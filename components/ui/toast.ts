/** A short message of what was done, or why it was not. */
export interface Message {
  kind: "success" | "error";
  text: string;
}

const NONE: readonly Message[] = [];
let waiting = NONE;
const watchers = new Set<() => void>();

function change(next: readonly Message[]): void {
  waiting = next;
  for (const watcher of watchers) watcher();
}

const say = (kind: Message["kind"]) => (text: string) => change([...waiting, { kind, text }]);

/** Short messages of what was done, or why it was not. They wait until something shows them. */
export const toast = { success: say("success"), error: say("error") };

/** What waits to be shown, for `useSyncExternalStore`. */
export const waitingMessages = {
  watch: (watcher: () => void) => {
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  },
  read: () => waiting,
  readOnServer: () => NONE,
};

/** All that wait, to be shown now: nobody gets them a second time. */
export function takeMessages(): readonly Message[] {
  const taken = waiting;
  if (taken.length > 0) change(NONE);
  return taken;
}
