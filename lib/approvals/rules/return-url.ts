/** Machines on which somebody tries things out: there http is no danger. */
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a person may be sent there after they decided: https, or http on their own machine; no credentials in it. */
export function isReturnUrl(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7e]+$/i.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || LOCAL.has(hostname);
}

/** Where a person goes back to, told what was decided. What the address said before stays. */
export function returnTo(url: string, approval: string, status: "approved" | "declined"): string {
  const target = new URL(url);
  target.searchParams.set("approval", approval);
  target.searchParams.set("status", status);
  return target.href;
}
