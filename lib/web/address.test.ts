import { expect, it } from "vitest";
import { addressOf } from "./address";

const of = (forwarded: string) => addressOf(new Headers({ "x-forwarded-for": forwarded }));

it("believes the last entry and nothing that a client wrote before it", () => {
  expect(of("1.1.1.1, 2.2.2.2")).toBe("2.2.2.2");
});

it("takes the addresses that one subscriber may choose from for one", () => {
  expect(of("2001:db8:1:2::1")).toBe(of("2001:DB8:1:2:ffff:1:2:3"));
  expect(of("2001:db8:1:2::1")).not.toBe(of("2001:db8:1:3::1"));
  expect(of("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(of("::1")).toBe("::1");
});

it("counts no port and no other spelling as another address", () => {
  expect(of("203.0.113.7:51234")).toBe("203.0.113.7");
  expect(of("[2001:db8:1:2::1]:443")).toBe("2001:db8:1:2::/64");
  expect(of("::ffff:203.0.113.7")).toBe("203.0.113.7");
});
