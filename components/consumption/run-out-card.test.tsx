import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { CreditForecast, ExpiringView } from "@/lib/reports/read-forecast";
import { textOf } from "@/lib/testing/text-of";
import { RunOutCard } from "./run-out-card";

const EXPIRES = new Date("2026-12-24T00:00:00Z");

function cardOf(expiring: ExpiringView[], forecast: Partial<CreditForecast> = {}): string {
  const none = { past: [], runOut: null, ahead: [] };
  return textOf(
    renderToStaticMarkup(
      <RunOutCard forecast={{ ...none, ...forecast, expiring }} words="5 ECU available" />,
    ),
  );
}

it("names each grant that expires, and what will be left of it at this rate", () => {
  const grant = { remaining: "12.5", expiresAt: EXPIRES };
  expect(cardOf([{ ...grant, likelyUnused: "7.25" }])).toContain(
    "12.5 ECU expire on 24 Dec 2026, 00:00 UTC : about 7.25 of them unused, at this rate",
  );
  expect(cardOf([{ ...grant, likelyUnused: "0" }])).toContain("they are used before, at this rate");
  expect(cardOf([{ ...grant, likelyUnused: null }])).toMatch(/12\.5 ECU expire on 24 Dec 2026, 00:00 UTC$/);
});

it("says nothing of grants where none expires", () => {
  expect(cardOf([])).not.toContain("expire");
});
