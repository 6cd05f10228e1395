import fc from "fast-check";
import { expect, it } from "vitest";
import { isAllowedAddress } from "./address";

const NEVER = [
  ...[
    "0.0.0.0",
    "0.1.2.3",
    "169.254.169.254",
    "224.0.0.1",
    "255.255.255.255",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
  ],
  ...[
    "240.0.0.1",
    "::",
    "fe80::1",
    "ff02::1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
  ],
  ...["2001:0:4136:e378::1", "2001:db8::1", "100::1", "fec0::1", "4000::1"],
  ...["fd00:ec2::254", "fd00:0ec2:0:0::0254", "fd20:ce::254", "168.63.129.16", "::ffff:168.63.129.16"],
  ...["", "localhost", "example.com", "127.0.0.1.example.com", "1.2.3"],
];
const OWN = [
  "127.0.0.1",
  "127.8.9.1",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "::1",
  "fd12::1",
  "::ffff:127.0.0.1",
  "::127.0.0.1",
];
const PUBLIC = ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"];

it("lets public addresses through, our own where the operator allows it, and all others never", () => {
  for (const address of PUBLIC) expect([address, isAllowedAddress(address, false)]).toEqual([address, true]);
  for (const address of OWN) {
    expect([address, isAllowedAddress(address, false)]).toEqual([address, false]);
    expect([address, isAllowedAddress(address, true)]).toEqual([address, true]);
  }
  for (const address of NEVER) expect([address, isAllowedAddress(address, true)]).toEqual([address, false]);
});

it("judges an IPv4 address alike in every spelling of IPv6", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.boolean(), (address, allowsPrivate) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
      const mapped = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
      expect(isAllowedAddress(mapped, allowsPrivate)).toBe(isAllowedAddress(address, allowsPrivate));
    }),
  );
});
