import { env } from "@/lib/env";
import { Refusal } from "@/lib/values/refusal";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Keeps out pages of other sites: a browser that was led here under another name (DNS rebinding) says that name as Host, and a page of another
 * site its own Origin. Programs send no Origin.
 * @throws Refusal `forbidden`
 */
export function refuseRebinding(headers: Pick<Headers, "get">): void {
  const own = new URL(env().NEXTAUTH_URL);
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? own.host;
  const origin = headers.get("origin");
  const isOurs = (name: string) => name === own.host || LOOPBACK.test(hostnameOf(name));
  const isForeign = origin !== null && (!URL.canParse(origin) || !isOurs(new URL(origin).host));
  if (isOurs(host) && !isForeign) return;
  throw new Refusal("forbidden", `This is asked for at ${own.origin} only, and not by pages of other sites.`);
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, "");
}
