import { expect, it } from "vitest";
import { parseMoment } from "./moment";

it.each([
  ["2026-11-10", "2026-11-10T23:59:59.999Z"],
  ["2026-02-28", "2026-02-28T23:59:59.999Z"],
  ["2026-11-10T14:03", "2026-11-10T14:03:00.000Z"],
  ["2026-11-10T14:03Z", "2026-11-10T14:03:00.000Z"],
  ["2026-11-10T14:03:07", "2026-11-10T14:03:07.000Z"],
  ["2026-11-10T14:03:07.250Z", "2026-11-10T14:03:07.250Z"],
])("takes %s for %s", (text, at) => {
  expect(parseMoment(text)?.toISOString()).toBe(at);
});

it.each(["", "now", "2026-02-30", "2026-02-30T10:00", "2026-11-10T25:00", "2026-11-10T14:03+01:00", "1e9"])(
  "takes %j for no moment",
  (text) => {
    expect(parseMoment(text)).toBeNull();
  },
);
