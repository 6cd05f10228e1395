/** Waits before something is asked for, so that of quick keys only the last asks. @throws when it is no longer asked for */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("no longer asked for"));
    });
  });
}
