import { isIP } from "node:net";
import { env } from "@/lib/env";

/**
 * Where a request came from, for rate limits. The web server appends the peer's address when nobody stands before it;
 * behind proxies, `ECU_PROXY_HOPS` says how many of the last entries are theirs: what a client writes itself is not believed.
 */
export function addressOf(headers: Headers): string {
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return onePlace((entries.at(-env().ECU_PROXY_HOPS) ?? entries[0] ?? "").slice(0, 64)) || "unknown";
}

/** One name for what one subscriber can choose from: no port, one spelling, and of IPv6 the network of 64 bits. */
function onePlace(entry: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (isIP(address) !== 6) return address;
  // The URL parser knows every spelling of an address: "[2001:db8::1]".
  const [head = "", tail] = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname
    .slice(1, -1)
    .split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const groups = [...front, ...Array<string>(8 - front.length - back.length).fill("0"), ...back];
  const network = groups.slice(0, 4);
  // Of this machine, or of nobody: nothing that anyone could choose from.
  return network.every((group) => group === "0") ? address : `${network.join(":")}::/64`;
}
