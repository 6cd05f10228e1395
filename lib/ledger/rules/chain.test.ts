import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_NANO, type Nano, nano, negate, ZERO } from "@/lib/values/money";
import type { Entry, Head, Posting, TransactionType } from "../types";
import { append, expireDue, type Step } from "./chain";
import { chainHash, genesisHash, sealedText } from "./hash";
import { byBurnOrder } from "./lots";
import { NO_SCOPE } from "./scope";
import { apply } from "./posting";
import { signFits, SIGNS } from "./signs";

const ACCOUNT = "0199aaaa-0000-7000-8000-000000000000";
const START = new Date("2026-01-01T00:00:00.000Z");

function emptyHead(): Head {
  return {
    accountId: ACCOUNT,
    unit: "credit",
    seq: 0n,
    balance: ZERO,
    held: ZERO,
    hash: genesisHash(ACCOUNT, "credit"),
    lastPostedAt: START,
    allocation: ZERO,
    allocationSeq: 0n,
    lots: [],
    grants: 0,
  };
}

const types = Object.keys(SIGNS) as TransactionType[];
const size = fc.bigInt({ min: 1n, max: 10_000n }).map((value) => value as Nano);
const hours = fc.integer({ min: 0, max: 200 });

/** Any entry that fits its type's sign: grants with and without expiry and payment, and everything that takes away. */
const entry = fc
  .record({
    type: fc.constantFrom(...types),
    size,
    up: fc.boolean(),
    paid: fc.boolean(),
    expires: fc.option(hours),
  })
  .map(({ type, size: amount, up, paid, expires }): Entry => {
    const positive = SIGNS[type] === "+" || (SIGNS[type] === "±" && up);
    const row = {
      type,
      amount: positive ? amount : negate(amount),
      description: type,
      source: "system" as const,
    };
    if (!positive) return row;
    const expiresAt = expires === null ? null : new Date(START.getTime() + expires * 3_600_000);
    return { ...row, grant: { origin: "bonus", paid: paid ? amount : ZERO, expiresAt } };
  });

/** A life of a wallet: an entry every hour, with what had expired before it. */
function live(entries: readonly Entry[]): { head: Head; steps: Step[] } {
  let head = emptyHead();
  const steps: Step[] = [];
  entries.forEach((each, hour) => {
    const now = new Date(START.getTime() + hour * 3_600_000);
    for (const step of expireDue(head, now)) {
      steps.push(step);
      head = step.head;
    }
    const step = append(head, each, `key ${hour}`, now);
    steps.push(step);
    head = step.head;
  });
  return { head, steps };
}

it("keeps every balance the one before plus the amount, and the sum of all amounts", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const { head, steps } = live(entries);
      let balance = 0n;
      steps.forEach(({ row }, index) => {
        expect(row.seq).toBe(BigInt(index + 1));
        expect(row.balanceBefore).toBe(balance);
        balance += row.amount;
        expect(row.balanceAfter).toBe(balance);
      });
      expect(head.balance).toBe(balance);
    }),
  );
});

it("keeps the open grants equal to the balance, or to nothing in debt", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      for (const { head } of live(entries).steps) {
        const open = head.lots.reduce((sum, lot) => sum + lot.remaining, 0n);
        expect(open).toBe(head.balance > 0n ? head.balance : 0n);
        expect(head.lots.every((lot) => lot.remaining > 0n)).toBe(true);
        expect([...head.lots].sort(byBurnOrder)).toEqual(head.lots);
      }
    }),
  );
});

it("can be replayed: the changes in the rows alone give the same open grants", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const { head, steps } = live(entries);
      const lots = new Map<number, bigint>();
      for (const { row } of steps)
        for (const [no, change] of row.lots) lots.set(no, (lots.get(no) ?? 0n) + change);
      const open = [...lots].filter(([, remaining]) => remaining !== 0n).sort(([a], [b]) => a - b);
      expect(open).toEqual(
        [...head.lots].sort((a, b) => a.no - b.no).map(({ no, remaining }) => [no, remaining]),
      );
    }),
  );
});

it("never spends credit past its expiry", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const expiry = new Map<number, Date | null>();
      for (const { row, grant } of live(entries).steps) {
        if (grant) expiry.set(grant.no, grant.expiresAt);
        if (row.type === "expiry" && row.refType === "grant") continue;
        for (const [no, change] of row.lots) {
          const at = expiry.get(no);
          if (change < 0n && at) expect(at.getTime()).toBeGreaterThan(row.createdAt.getTime());
        }
      }
    }),
  );
});

it("burns the soonest expiry first, then bonus before paid, then the oldest", () => {
  const day = (n: number) => new Date(START.getTime() + n * 86_400_000);
  const give = (no: number, paid: boolean, expiresAt: Date | null) => ({
    no,
    remaining: nano(1n),
    paid,
    expiresAt,
  });
  const lots = [
    give(1, true, null),
    give(2, false, null),
    give(3, false, day(9)),
    give(4, true, day(2)),
    give(5, false, null),
  ];
  expect([...lots].sort(byBurnOrder).map(({ no }) => no)).toEqual([4, 3, 2, 5, 1]);
});

it("finds any change of any row", () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), fc.nat(), (entries, place) => {
      const { steps } = live(entries);
      const index = place % steps.length;
      const { row } = steps[index] ?? steps[0]!;
      const previous = index === 0 ? genesisHash(ACCOUNT, "credit") : steps[index - 1]!.row.hash;
      expect(chainHash(previous, sealedText(row))).toEqual(row.hash);
      for (const changed of [
        { amount: nano(row.amount + 1n) },
        { description: `${row.description}.` },
        { createdAt: new Date(0) },
        { lots: [[99, nano(1n)] as const] },
      ]) {
        expect(chainHash(previous, sealedText({ ...row, ...changed }))).not.toEqual(row.hash);
      }
    }),
  );
});

it("gives a hold's refund back to the grants that the hold had burned", () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), size, size, (grants, held, used) => {
      let head = emptyHead();
      for (const amount of grants) {
        head = append(
          head,
          {
            type: "bonus",
            amount,
            description: "b",
            source: "system",
            grant: { origin: "bonus", paid: ZERO, expiresAt: null },
          },
          `g${head.seq}`,
          START,
        ).head;
      }
      fc.pre(held <= head.balance && used < held);
      const before = head;
      const hold = append(
        head,
        { type: "gpu_usage", amount: negate(held), description: "h", source: "system" },
        "hold",
        START,
      );
      const restores = [...hold.row.lots]
        .reverse()
        .map(([no, change]) => ({ no, remaining: negate(change), paid: false, expiresAt: null }));
      const refund = append(
        hold.head,
        { type: "refund", amount: nano(held - used), description: "r", source: "system", restores },
        "refund",
        START,
      );
      const direct = append(
        before,
        { type: "gpu_usage", amount: negate(used), description: "h", source: "system" },
        "direct",
        START,
      );
      expect(refund.head.lots).toEqual(direct.head.lots);
      expect(refund.head.allocation).toBe(before.allocation);
    }),
  );
});

it("never lets a posting with a floor take the available credit below it, and refuses it whole", () => {
  const posting = fc.record({ sizes: fc.array(size, { minLength: 1, maxLength: 3 }), hold: fc.option(size) });
  fc.assert(
    fc.property(size, fc.array(posting, { maxLength: 20 }), (credit, postings) => {
      let head: Head = {
        ...emptyHead(),
        balance: credit,
        lots: [{ no: 1, remaining: credit, paid: false, expiresAt: null }],
        grants: 1,
      };
      postings.forEach(({ sizes, hold }, index) => {
        const entries = sizes.map((amount): Entry => ({
          type: "spend",
          amount: negate(amount),
          description: "s",
          source: "api",
        }));
        const change =
          hold === null
            ? {}
            : {
                hold: {
                  change: "open" as const,
                  id: ACCOUNT,
                  kind: "reservation" as const,
                  amount: hold,
                  description: "h",
                  scope: NO_SCOPE,
                  expiresAt: null,
                },
              };
        const request: Posting = {
          accountId: ACCOUNT,
          unit: "credit",
          idempotencyKey: `p${index}`,
          entries,
          floor: ZERO,
          ...change,
        };
        const result = apply(head, request, null, START);
        if (result.status === "applied") head = result.head;
        expect(head.balance - head.held >= 0n).toBe(true);
      });
    }),
  );
});

it("refuses what would leave the range of the books", () => {
  const head: Head = { ...emptyHead(), balance: nano(MAX_NANO - 1n) };
  const entries: Entry[] = [{ type: "topup", amount: nano(2n), description: "t", source: "system" }];
  const result = apply(
    head,
    { accountId: ACCOUNT, unit: "credit", idempotencyKey: "k", entries, floor: null },
    null,
    START,
  );
  expect(result).toMatchObject({ status: "refused", code: "out_of_range" });
});

it("knows the sign of each of the twelve types", () => {
  const allowed = types.map(
    (type) => `${type} ${signFits(type, 1n) ? "+" : ""}${signFits(type, -1n) ? "-" : ""}`,
  );
  expect(allowed).toEqual([
    "topup +",
    "auto_recharge +",
    "bonus +",
    "contract_grant +",
    "bonus_grant +",
    "spend -",
    "gpu_usage -",
    "storage_billing -",
    "refund +-",
    "expiry -",
    "dispute +-",
    "admin_correction +-",
  ]);
  expect(types.some((type) => signFits(type, 0n))).toBe(false);
});
