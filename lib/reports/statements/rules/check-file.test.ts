import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { append, expireDue, type Step } from "@/lib/ledger/rules/chain";
import { genesisHash, sealedText } from "@/lib/ledger/rules/hash";
import { SIGNS } from "@/lib/ledger/rules/signs";
import type { Entry, Head, TransactionType } from "@/lib/ledger/types";
import { transactionId } from "@/lib/values/ids";
import { formatCredits, nano, negate, ZERO } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import type { ReceiptDocument, SignedDocument, StatementDocument } from "../schema";
import { checkText, FileCheck } from "./check-file";
import { publicKeyOf } from "./ed25519";
import { signDocument } from "./file";
import { Points } from "./points";
import { rowKind } from "./row-kind";

// Thousands of files are signed and checked; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const ACCOUNT = "0199aaaa-0000-7000-8000-000000000000";
const START = new Date("2026-03-30T10:00:00.000Z");
const SEED = Buffer.alloc(32, 7);
const HEAD: Head = {
  ...{ accountId: ACCOUNT, unit: "credit", seq: 0n, balance: ZERO, held: ZERO, lastPostedAt: START },
  ...{ hash: genesisHash(ACCOUNT, "credit"), allocation: ZERO, allocationSeq: 0n, lots: [], grants: 0 },
};

const types = Object.keys(SIGNS) as TransactionType[];
const entry = fc
  .record({
    type: fc.constantFrom(...types),
    size: fc.bigInt({ min: 1n, max: 50_000_000_000n }),
    up: fc.boolean(),
    expires: fc.option(fc.integer({ min: 0, max: 200 })),
    refType: fc.constantFrom(null, "payment_intent", "invoice", "usage_event"),
    description: fc.constantFrom("Call", 'A "quoted" name', "Grüße 𝒳 \u2028 end", "back\\slash"),
  })
  .map(({ type, size, up, expires, refType, description }): Entry => {
    const isAdded = SIGNS[type] === "+" || (SIGNS[type] === "±" && up);
    const amount = isAdded ? nano(size) : negate(nano(size));
    const row = { type, amount, description, source: "system" } as const;
    const ref = refType === null ? {} : { refType, refId: "id" };
    const expiresAt = expires === null ? null : new Date(START.getTime() + expires * 3_600_000);
    return isAdded
      ? { ...row, ...ref, grant: { origin: "bonus", paid: ZERO, expiresAt } }
      : { ...row, ...ref };
  });
const history = fc.array(entry, { minLength: 1, maxLength: 12 });

/** A wallet's life: a row every nine hours, so that some stand in other days than others. */
function live(entries: readonly Entry[]): Step[] {
  let head = HEAD;
  const steps: Step[] = [];
  entries.forEach((one, index) => {
    const at = new Date(START.getTime() + index * 32_400_000);
    for (const step of [...expireDue(head, at)]) steps.push(step);
    head = steps.at(-1)?.head ?? head;
    steps.push(append(head, one, `key ${index}`, at));
    head = steps.at(-1)!.head;
  });
  return steps;
}

const dayOf = ({ row }: Step) => utcDay(row.createdAt);
const kindOf = ({ row: { type, amount, refType } }: Step) => rowKind({ type, isOut: amount < 0n, refType });
const named = {
  issuer: "https://billing.example.com",
  issued_at: "2026-05-01T00:00:00.000Z",
  account: { id: ACCOUNT, name: "Acme", billing: null },
  unit: "credit",
  credit_usd_value: "0.1",
  issued_by: { name: "Compute Ltd", address: ["1 High Street", "London"], tax_id: "GB 123" },
} satisfies Partial<StatementDocument>;

/** The statement of some days of a life, worked out from its rows alone. */
function statementOf(
  steps: readonly Step[],
  from: string,
  to: string,
): { document: StatementDocument; rows: string[] } {
  const before = steps.filter((step) => dayOf(step) < from).at(-1)?.head ?? HEAD;
  const within = steps.filter((step) => dayOf(step) >= from && dayOf(step) <= to);
  const after = within.at(-1)?.head ?? before;
  const last = steps.at(-1)!.head;
  const sum = (of: readonly Step[], sign: 1 | -1) =>
    formatCredits(
      nano(
        of.reduce(
          (all, { row }) => (row.amount * BigInt(sign) > 0n ? all + row.amount * BigInt(sign) : all),
          0n,
        ),
      ),
    );
  const kinds = [...new Set(within.map(kindOf))];
  const document: StatementDocument = {
    format: "ecu-statement-2",
    ...named,
    period: { from, to, is_over: true },
    opening: formatCredits(before.balance),
    added: sum(within, 1),
    used: sum(within, -1),
    closing: formatCredits(after.balance),
    held: "0",
    by_kind: kinds.map((kind) => {
      const rows = within.filter((step) => kindOf(step) === kind);
      const count = (isOut: boolean) => String(rows.filter(({ row }) => row.amount < 0n === isOut).length);
      return {
        ...{ kind, added_rows: count(false), added: sum(rows, 1) },
        ...{ used_rows: count(true), used: sum(rows, -1) },
      };
    }),
    opening_grants: before.lots.map(({ no, remaining }) => ({ no, left: formatCredits(remaining) })),
    closing_grants: after.lots.map(({ no, remaining }) => ({
      ...{
        no,
        origin: "bonus",
        granted: formatCredits(remaining),
        left: formatCredits(remaining),
        expires_at: null,
      },
    })),
    chain: {
      rows: String(within.length),
      first_seq: (before.seq + 1n).toString(),
      last_seq: after.seq.toString(),
      before: before.hash.toString("hex"),
      after: after.hash.toString("hex"),
      head: { seq: last.seq.toString(), hash: last.hash.toString("hex") },
    },
  };
  return { document, rows: within.map(({ row }) => sealedText(row)) };
}

const textOf = (document: SignedDocument, rows: readonly string[], seed = SEED) =>
  [...signDocument(document, seed).lines, ...rows, ""].join("\n");

/** The same statement as it was written before refunds were told apart. */
function asFirst(
  { by_kind: _, issued_by: __, format: ___, ...document }: StatementDocument,
  steps: readonly Step[],
): SignedDocument {
  const { from, to } = document.period;
  const within = steps.filter((step) => dayOf(step) >= from && dayOf(step) <= to);
  const of = (type: TransactionType, isOut: boolean) =>
    formatCredits(
      nano(
        within
          .filter(({ row }) => row.type === type && row.amount < 0n === isOut)
          .reduce((all, { row }) => all + (isOut ? -row.amount : row.amount), 0n),
      ),
    );
  return {
    format: "ecu-statement-1",
    ...document,
    by_type: [...new Set(within.map(({ row }) => row.type))].map((type) => ({
      type,
      rows: String(within.filter(({ row }) => row.type === type).length),
      added: of(type, false),
      used: of(type, true),
    })),
  };
}

const period = fc
  .tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 4 }))
  .map(([first, length]) => ({
    from: addDays(utcDay(START), first),
    to: addDays(utcDay(START), first + length),
  }));

/** What a text says, whatever its line ends. */
const meaning = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .join("\n");

describe("a statement", () => {
  it("of any days of any life is found right, with its rows and without", () => {
    fc.assert(
      fc.property(history, period, (entries, { from, to }) => {
        const life = live(entries);
        const { document, rows } = statementOf(life, from, to);
        expect(checkText(textOf(document, rows)).findings.filter(({ ok }) => !ok)).toEqual([]);
        const first = asFirst(document, life);
        expect(checkText(textOf(first, rows)).findings.filter(({ ok }) => !ok)).toEqual([]);
        expect(checkText(textOf(first, rows.slice(1))).ok).toBe(rows.length < 2);
        expect(checkText(textOf(document, []).replaceAll("\n", "\r\n"))).toMatchObject({ ok: true });
      }),
    );
  });

  it("is found wrong when any letter of it is another one, is gone or is new", () => {
    const change = fc.record({
      where: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      how: fc.constantFrom("replace", "delete", "insert", "flip"),
      letter: fc.constantFrom(..."0123456789abcxyzAZ-_.,:{}[]\"' \n\\é"),
    });
    fc.assert(
      fc.property(history, period, change, (entries, { from, to }, { where, how, letter }) => {
        const { document, rows } = statementOf(live(entries), from, to);
        const text = textOf(document, rows);
        const at = Math.floor(where * text.length);
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
        const put = how === "delete" ? "" : how === "flip" ? flipped : letter;
        const changed = text.slice(0, at) + put + text.slice(how === "insert" ? at : at + 1);
        fc.pre(meaning(changed) !== meaning(text));
        expect(checkText(changed).ok).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  it("is found wrong when rows are left out, repeated or swapped", () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (entries, one, other) => {
        const { document, rows } = statementOf(live(entries), "2026-01-01", "2026-12-31");
        const [left, right] = [one % rows.length, other % rows.length];
        const without = rows.toSpliced(left, 1);
        // With none of its rows it is a statement without rows.
        if (without.length > 0) expect(checkText(textOf(document, without)).ok).toBe(false);
        expect(checkText(textOf(document, rows.toSpliced(left, 0, rows[left]!))).ok).toBe(false);
        fc.pre(left !== right);
        const swapped = rows.with(left, rows[right]!).with(right, rows[left]!);
        expect(checkText(textOf(document, swapped)).ok).toBe(false);
      }),
    );
  });

  it("that does not add up is found wrong, even where its issuer signed it", () => {
    const { document, rows } = statementOf(live([GIFT, CALL, CALL]), "2026-03-30", "2026-03-31");
    const wrong: [string, Partial<StatementDocument>][] = [
      ["Sum", { closing: "1" }],
      ["Sum", { added: "1" }],
      ["Types", { by_kind: document.by_kind.slice(1) }],
      ["Grants", { closing_grants: [] }],
      ["Period", { period: { from: "2026-04-01", to: "2026-03-31", is_over: true } }],
      ["Chain", { chain: { ...document.chain, rows: "2" } }],
      ["Chain", { chain: { ...document.chain, before: "0".repeat(64) } }],
      ["Rows", { period: { from: "2026-03-31", to: "2026-03-31", is_over: true } }],
      ["Rows", { by_kind: [{ ...document.by_kind[0]!, kind: "topup" }, ...document.by_kind.slice(1)] }],
    ];
    expect(checkText(textOf(document, rows)).ok).toBe(true);
    for (const [check, change] of wrong) {
      const { findings } = checkText(textOf({ ...document, ...change }, rows));
      const found = findings.find((finding) => finding.check === check && !finding.ok);
      // The sentence says so too, and not what it says of what is right.
      expect(found?.detail, check).toMatch(/\bnot?\b|after|outside/);
    }
  });

  it("that says something twice, or in another spelling, is none of ours", () => {
    const { document, rows } = statementOf(live([GIFT]), "2026-03-30", "2026-03-31");
    const text = textOf(document, rows);
    const twice = text.replace('"unit":"credit"', '"unit":"credit","unit":"credit"');
    const spelled = text.replace('"Acme"', '"\\u0041cme"');
    for (const changed of [twice, spelled, "", "{}\n{}\n", "null", "[]\n[]", "x".repeat(100)])
      expect(checkText(changed)).toMatchObject({ ok: false, document: null });
  });

  it("that somebody else signed is right in itself, and wrong for who names the issuer's keys", () => {
    const { document, rows } = statementOf(live([GIFT]), "2026-03-30", "2026-03-31");
    const forged = textOf(document, rows, Buffer.alloc(32, 8));
    const ours = new Set([publicKeyOf(SEED).kid]);
    expect(checkText(forged).ok).toBe(true);
    expect(checkText(forged, ours).ok).toBe(false);
    expect(checkText(textOf(document, rows), ours).ok).toBe(true);
  });
});

const GIFT: Entry = {
  ...{ type: "bonus", amount: nano(9_000_000_000n), description: "Gift", source: "system" },
  grant: { origin: "bonus", paid: ZERO, expiresAt: null },
};
const CALL: Entry = { type: "spend", amount: nano(-1_000_000_001n), description: "Call", source: "api" };

describe("several files", () => {
  it("of one chain agree, and one of a chain that was written anew does not", () => {
    const [life, other] = [
      live([GIFT, CALL, CALL, CALL, CALL]),
      live([GIFT, CALL, { ...CALL, description: "Else" }, CALL, CALL]),
    ];
    const first = statementOf(life, "2026-03-30", "2026-03-30");
    const second = statementOf(life, "2026-03-31", "2026-04-30");
    const anew = statementOf(other, "2026-03-31", "2026-04-30");
    const check = (...files: { document: StatementDocument; rows: string[] }[]) => {
      const points = new Points();
      return files.map(({ document, rows }, index) => {
        const file = new FileCheck(`file ${index + 1}`, null, points);
        for (const line of textOf(document, rows).split("\n")) file.line(line);
        return file.finish().ok;
      });
    };
    expect(check(first, second)).toEqual([true, true]);
    expect(check(second, first)).toEqual([true, true]);
    expect(check(anew, first)).not.toEqual([true, true]);
    expect(check(anew)).toEqual([true]);
    const whole = statementOf(life, "2026-03-30", "2026-04-30");
    expect(check(first, second, whole)).toEqual([true, true, true]);
    expect(check(anew, whole)).toEqual([true, false]);
  });
});

describe("a receipt", () => {
  const [step] = live([GIFT]).slice(-1);
  const row = step!.row;
  const document: ReceiptDocument = {
    format: "ecu-receipt-2",
    ...named,
    paper: { kind: "transaction", number: null },
    transaction: {
      id: transactionId(row),
      created_at: row.createdAt.toISOString(),
      type: row.type,
      amount: formatCredits(row.amount),
      balance_before: "0",
      balance_after: formatCredits(row.balanceAfter),
      ...{ description: row.description, ref_type: row.refType, ref_id: row.refId },
    },
    payment: null,
    refund: null,
    chain: {
      ...{ rows: "1", first_seq: "1", last_seq: "1", before: HEAD.hash.toString("hex") },
      after: row.hash.toString("hex"),
      head: { seq: "1", hash: row.hash.toString("hex") },
    },
  };

  it("is right with its row, and says nothing without it", () => {
    expect(checkText(textOf(document, [sealedText(row)])).ok).toBe(true);
    expect(checkText(textOf(document, [])).ok).toBe(false);
  });

  it("of the first format is right as it was written", () => {
    const { paper: _, refund: __, issued_by: ___, ...rest } = document;
    const first = { ...rest, format: "ecu-receipt-1" as const, payment: null };
    expect(checkText(textOf(first, [sealedText(row)])).ok).toBe(true);
    const changed = { ...first, transaction: { ...first.transaction, description: "Loan" } };
    expect(checkText(textOf(changed, [sealedText(row)])).ok).toBe(false);
  });

  it("whose net and tax are not what was charged is found wrong, even where its issuer signed it", () => {
    const refund = {
      ...{
        id: "re_1",
        number: "CN-000001",
        transaction_id: "txn",
        returned_transaction_id: null,
        refunded_at: named.issued_at,
      },
      ...{ amount: "5.95", tax: "0.95", net: "5.00", credits: "50", status: "succeeded", reason: "" },
    };
    const payment = {
      ...{ id: "pi_1", kind: "topup" as const, number: "R-000001", transaction_id: "txn" },
      ...{ paid_at: named.issued_at, currency: "USD", charged: "11.90", tax: "1.90", net: "10.00" },
      ...{ credits: "100", refunded: "5.95", refunds: [refund] },
    };
    const checkOf = (change: Partial<typeof payment>) =>
      checkText(textOf({ ...document, payment: { ...payment, ...change } }, [sealedText(row)])).ok;
    expect(checkOf({})).toBe(true);
    expect(checkOf({ tax: "1.91" })).toBe(false);
    expect(checkOf({ refunds: [{ ...refund, net: "5.95" }] })).toBe(false);
  });

  it.each<[string, Partial<ReceiptDocument["transaction"]>]>([
    ["another amount", { amount: "10", balance_after: "10" }],
    ["another description", { description: "Loan" }],
    ["another time", { created_at: "2026-03-30T10:00:00.001Z" }],
    ["another type", { type: "topup" }],
    ["another id", { id: transactionId({ accountId: ACCOUNT, unit: "credit", seq: 2n }) }],
    ["another cause", { ref_type: "invoice", ref_id: "in_1" }],
  ])("with %s than its row is found wrong, even where its issuer signed it", (_, change) => {
    const changed = { ...document, transaction: { ...document.transaction, ...change } };
    expect(checkText(textOf(changed, [sealedText(row)])).ok).toBe(false);
  });
});
