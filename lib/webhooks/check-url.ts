import { isIP } from "node:net";
import { env } from "@/lib/env";
import { invalid } from "@/lib/values/refusal";
import { isAllowedAddress } from "./rules/address";

/** Whether messages may go into our own network, and unencrypted. What a name leads to is looked at when a connection is made. */
export function allowsPrivate(): boolean {
  return env().ECU_WEBHOOKS_PRIVATE;
}

/**
 * Says early what a connection would be refused for, as far as the address itself tells.
 * @throws Refusal `invalid_request` naming the field
 */
export function requireReachable(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" && !allowsPrivate()) throw invalid("url", "must begin with https://");
  const host = hostname.replace(/^\[|\]$/g, "");
  const isOwn = isIP(host)
    ? !isAllowedAddress(host, allowsPrivate())
    : /(^|\.)localhost\.?$/.test(host) && !allowsPrivate();
  if (isOwn) throw invalid("url", "leads into a private network; messages go to public addresses only");
}
