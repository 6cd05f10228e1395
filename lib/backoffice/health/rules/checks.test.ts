import fc from "fast-check";
import { expect, it } from "vitest";
import { checksOf } from "./checks";
import type { Figures } from "./figures";
import { agoInWords, inWords } from "./in-words";
import { workOf } from "./work";

/** An installation that is well. */
const WELL: Figures = {
  workers: 1,
  outbox: { count: 0, oldestS: null },
  queue: { failed: 0, retrying: 0, running: 1, waiting: 0, scheduled: 3, lagS: null },
  clock: [{ task: "ledger.sweep", agoS: 20, knownS: 900_000 }],
  mails: { queued: 1, oldestS: 5, failed: 0 },
  webhooks: { waiting: 2, oldestS: 1, givenUp: 0, failing: 0 },
  stripe: { sells: true, lastEventS: 90, failed: 0, waiting: 0 },
  reconciliation: { agoS: 600, differences: 0, error: "" },
  verification: { agoS: 7_000, faults: 0, error: "" },
  database: { connections: 20, most: 100, bytes: "1000000" },
  work: { newLeads: 0, overdueInvoices: 0, disputes: 0, corrections: 0, reRates: 0 },
};

const stateOf = (figures: Partial<Figures>, name: string) =>
  checksOf({ ...WELL, ...figures }).find((check) => check.name === name)?.state;

it("finds nothing where all is well", () => {
  expect(checksOf(WELL).filter(({ state }) => state !== "good")).toEqual([]);
  expect(workOf(WELL)).toEqual([]);
});

it.each<[string, Partial<Figures>, string]>([
  ["Worker", { workers: 0 }, "bad"],
  ["Queue", { queue: { ...WELL.queue, waiting: 3, lagS: 90 } }, "warn"],
  ["Queue", { queue: { ...WELL.queue, waiting: 3, lagS: 900 } }, "bad"],
  ["Failed jobs", { queue: { ...WELL.queue, failed: 1 } }, "bad"],
  ["Outbox", { outbox: { count: 4, oldestS: 60 } }, "warn"],
  ["Outbox", { outbox: { count: 4, oldestS: 600 } }, "bad"],
  ["Clock", { clock: [{ task: "ledger.sweep", agoS: 400, knownS: 900_000 }] }, "bad"],
  ["Clock", { clock: [{ task: "ledger.sweep", agoS: null, knownS: 400 }] }, "bad"],
  ["Clock", { clock: [{ task: "ledger.sweep", agoS: null, knownS: 40 }] }, "good"],
  ["Clock", { clock: [...WELL.clock, { task: "ledger.verify", agoS: 100_000, knownS: 900_000 }] }, "warn"],
  ["Books", { verification: { agoS: null, faults: 0, error: "" } }, "warn"],
  ["Books", { verification: { agoS: 60, faults: 1, error: "" } }, "bad"],
  ["Books", { verification: { agoS: 60, faults: 0, error: "it was killed" } }, "warn"],
  ["Books", { verification: { agoS: 200_000, faults: 0, error: "" } }, "warn"],
  ["Reconciliation", { reconciliation: { agoS: 60, differences: 2, error: "" } }, "bad"],
  ["Reconciliation", { reconciliation: { agoS: 20_000, differences: 0, error: "" } }, "warn"],
  ["Reconciliation", { stripe: { ...WELL.stripe, sells: false } }, "off"],
  ["Stripe events", { stripe: { ...WELL.stripe, failed: 1 } }, "bad"],
  ["Stripe events", { stripe: { ...WELL.stripe, waiting: 1 } }, "warn"],
  ["E-mails", { mails: { ...WELL.mails, failed: 1 } }, "warn"],
  ["E-mails", { mails: { queued: 9, oldestS: 3_600, failed: 0 } }, "warn"],
  ["Webhooks", { webhooks: { ...WELL.webhooks, givenUp: 1 } }, "warn"],
  ["Webhooks", { webhooks: { ...WELL.webhooks, givenUp: 1, oldestS: 3_600 } }, "bad"],
  ["Webhooks", { webhooks: { ...WELL.webhooks, failing: 9 } }, "warn"],
  ["Database", { database: { ...WELL.database, connections: 81 } }, "warn"],
])("says of %s with %j that it is %s", (name, figures, state) => {
  expect(stateOf(figures, name)).toBe(state);
});

it("names each kind of work that waits for people, with the page where it is done", () => {
  const work = { newLeads: 1, overdueInvoices: 2, disputes: 1, corrections: 3, reRates: 1 };
  const found = workOf({ ...WELL, work });
  expect(found).toHaveLength(5);
  for (const { href } of found) expect(href).toMatch(/^\/admin\//);
});

it("does not say of a task that is new here that it ran", () => {
  const wordsOf = (clock: Figures["clock"]) =>
    checksOf({ ...WELL, clock }).find(({ name }) => name === "Clock")?.words;
  const verify = { task: "ledger.verify", agoS: null, knownS: 120 };
  expect(wordsOf([...WELL.clock, verify])).toBe(
    "1 task on time, the last 20 seconds ago. 1 task not due yet.",
  );
  expect(wordsOf([verify])).toBe("Nothing has run by the clock yet.");
  expect(wordsOf([{ ...verify, knownS: 100_000 }, ...WELL.clock])).toBe("Late: ledger.verify.");
});

it("says of webhooks that fail what is known, and does not call them in time", () => {
  const webhooks = { ...WELL.webhooks, failing: 2 };
  expect(checksOf({ ...WELL, webhooks }).find(({ name }) => name === "Webhooks")?.words).toBe(
    "None was given up within a day. 2 webhooks failing now.",
  );
});

it("rounds ages down, and never says more than passed", () => {
  expect([1, 59, 60, 120, 7_199, 7_200, 172_800].map(inWords)).toEqual([
    "1 second",
    "59 seconds",
    "1 minute",
    "2 minutes",
    "119 minutes",
    "2 hours",
    "2 days",
  ]);
  const units = { second: 1, minute: 60, hour: 3_600, day: 86_400 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (seconds) => {
      const [, count = "", unit = ""] = /^([\d,]+) (\w+?)s?$/.exec(inWords(seconds)) ?? [];
      const said = Number(count.replaceAll(",", "")) * units[unit as keyof typeof units];
      expect(said).toBeLessThanOrEqual(seconds);
      expect(seconds - said).toBeLessThan(units[unit as keyof typeof units]);
    }),
  );
});

it("says of what has just been that it has", () => {
  expect([0, 4.9, 5, 90].map(agoInWords)).toEqual(["just now", "just now", "5 seconds ago", "1 minute ago"]);
});
