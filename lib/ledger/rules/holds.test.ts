import fc from "fast-check";
import { expect, it } from "vitest";
import { type Nano, nano, negate, ZERO } from "@/lib/values/money";
import type { Entry, Head, Hold, HoldChange, Posting } from "../types";
import { genesisHash } from "./hash";
import { apply } from "./posting";
import { NO_SCOPE } from "./scope";

const ACCOUNT = "0199aaaa-0000-7000-8000-000000000000";
const START = new Date("2026-01-01T00:00:00.000Z");
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

const amount = fc.bigInt({ min: 1n, max: 1_000n }).map(nano);
const step = fc.oneof(
  fc.record({ kind: fc.constant("open" as const), amount, minutes: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    kind: fc.constant("capture" as const),
    hold: fc.nat(),
    used: fc.bigInt({ min: 0n, max: 1_500n }).map(nano),
  }),
  fc.record({ kind: fc.constant("release" as const), hold: fc.nat() }),
  fc.record({ kind: fc.constant("expire" as const), hold: fc.nat() }),
);

function head(credit: Nano): Head {
  return {
    accountId: ACCOUNT,
    unit: "credit",
    seq: 1n,
    balance: credit,
    held: ZERO,
    hash: genesisHash(ACCOUNT, "credit"),
    lastPostedAt: START,
    allocation: credit,
    allocationSeq: 1n,
    lots: [{ no: 1, remaining: credit, paid: false, expiresAt: null }],
    grants: 1,
  };
}

function posting(key: string, entries: readonly Entry[], hold: HoldChange, floor: Nano | null): Posting {
  return { accountId: ACCOUNT, unit: "credit", idempotencyKey: key, entries, hold, floor };
}

it("whatever is held, captured, released and expired: what was held is captured or given back, once, and held is what is open", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const credit = nano(5_000n);
      let wallet = head(credit);
      const holds: Hold[] = [];
      let charged = 0n;
      for (const [minute, move] of steps.entries()) {
        const known = move.kind === "open" ? null : (holds[move.hold % Math.max(1, holds.length)] ?? null);
        if (move.kind !== "open" && known === null) continue;
        const asked = requestOf(`k${minute}`, move, known, minute);
        const result = apply(wallet, asked, known, at(minute));
        if (result.status === "refused") {
          expect(["insufficient_credits", "hold_ended", "conflict"]).toContain(result.code);
          continue;
        }
        wallet = result.head;
        if (result.hold && known) holds[holds.indexOf(known)] = result.hold;
        else if (result.hold) holds.push(result.hold);
        if (move.kind === "capture") charged += move.used;
        const open = holds.filter(({ status }) => status === "open");
        expect(wallet.held).toBe(open.reduce((sum, hold) => sum + hold.amount, 0n));
        expect(wallet.balance).toBe(credit - charged);
      }
      const used = holds.reduce((sum, hold) => sum + (hold.used ?? 0n), 0n);
      expect(used).toBe(charged);
      for (const { status, used: captured, endedAt } of holds) {
        expect(status === "captured").toBe(captured !== null);
        expect(status === "open").toBe(endedAt === null);
      }
    }),
  );
});

type Move = typeof step extends fc.Arbitrary<infer T> ? T : never;

function requestOf(key: string, move: Move, known: Hold | null, minute: number): Posting {
  if (move.kind === "open") {
    const expiresAt = at(minute + move.minutes);
    const hold = { change: "open", id: key, kind: "reservation", amount: move.amount } as const;
    return posting(key, [], { ...hold, description: "h", scope: NO_SCOPE, expiresAt }, ZERO);
  }
  const id = known?.id ?? "";
  if (move.kind !== "capture") {
    const status = move.kind === "release" ? "released" : "expired";
    return posting(key, [], { change: "end", id, status, used: null }, null);
  }
  const row = { type: "spend", amount: negate(move.used), description: "c", source: "api" } as const;
  const entries = move.used > 0n ? [row] : [];
  return posting(key, entries, { change: "end", id, status: "captured", used: move.used }, null);
}
