/** Where to go after signing in: a path of this console, whatever a link tries to put there. */
export function safeNext(next: unknown): string {
  const origin = "http://console.invalid";
  if (typeof next !== "string" || !next.startsWith("/") || next.length > 2_000 || !URL.canParse(next, origin))
    return "/billing";
  const { origin: found, pathname, search, hash } = new URL(next, origin);
  // Backslashes and double slashes lead to other hosts in some browsers; sign-in itself would be a circle.
  if (
    found !== origin ||
    pathname.startsWith("//") ||
    pathname.startsWith("/api/") ||
    /^\/sign-(in|up)\b/.test(pathname)
  )
    return "/billing";
  return pathname === "/" ? "/billing" : pathname + search + hash;
}
