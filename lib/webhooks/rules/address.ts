import ipaddr from "ipaddr.js";

// 2000::/3 is all that has ever been given out of IPv6. What lies outside may lead anywhere.
const GIVEN_OUT = ipaddr.IPv6.parse("2000::");
/** What answers whoever asks from within a cloud, at addresses that look like those of the own network or of anybody. */
const METADATA = new Set(
  ["fd00:ec2::254", "fd20:ce::254", "168.63.129.16"].map((text) => ipaddr.parse(text).toNormalizedString()),
);
const OWN_NETWORK = new Set(["loopback", "private", "uniqueLocal"]);

/**
 * Whether a message may go to an address: to public ones, and to those of our own network and machine where the operator allows it. Never to
 * what answers on the link (metadata services of clouds), to several at once, or to what is reserved.
 */
export function isAllowedAddress(address: string, allowsPrivate: boolean): boolean {
  // Shorter spellings of addresses are for people: no connection has one.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  const ip = ipaddr.process(address);
  if (METADATA.has(ip.toNormalizedString())) return false;
  const range = ip.range();
  if (OWN_NETWORK.has(range)) return allowsPrivate;
  return range === "unicast" && (ip instanceof ipaddr.IPv4 || ip.match(GIVEN_OUT, 3));
}
