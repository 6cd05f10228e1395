import { genesisHash } from "@/lib/ledger/rules/hash";
import type { Unit } from "@/lib/values/ids";
import { parseScaled } from "@/lib/values/money";
import { startOfDay } from "@/lib/values/time";
import { isSigned, thumbprint } from "./ed25519";
import { isStatement, type ReceiptDocument, Signature, SignedDocument } from "../schema";
import { kindsOf } from "./kinds-of";

/** A thing that was looked at, and what was found. */
export interface Finding {
  ok: boolean;
  /** What was looked at, in words. */
  check: string;
  detail: string;
}

export interface ReadHead {
  /** Null when the lines are no document of ours. */
  document: SignedDocument | null;
  findings: Finding[];
  /** The key that signed it, as the file names it. */
  key: string | null;
}

/** An amount of a document as a whole number: nano-credits, or tool runs. */
export function wholeOf(amount: string, unit: Unit): bigint {
  return unit === "credit" ? parseScaled(amount, 9) : BigInt(amount);
}

/**
 * Looks at the first two lines of a file: whether it is a document, signed, and adds up. `trusted` are the ids of the keys that the reader knows to
 * be the issuer's; null when they have not said.
 */
export function checkHead(
  lines: readonly [string, string],
  trusted: ReadonlySet<string> | null = null,
): ReadHead {
  const document = SignedDocument.safeParse(canonical(lines[0]));
  const signature = Signature.safeParse(canonical(lines[1]));
  if (!document.success)
    return unread(`The first line is no statement or receipt: ${firstIssue(document.error)}`);
  if (!signature.success) return unread(`The second line is no signature: ${firstIssue(signature.error)}`);
  const { key, public_key: x, signature: value } = signature.data;
  const signed = key === thumbprint(x) && isSigned(lines[0], value, x);
  const detail = signed ? `by the key ${key}` : "It was changed after it was signed, or the signature was.";
  const findings = [{ ok: signed, check: "Signature", detail }, keyFinding(key, trusted)];
  return { document: document.data, findings: [...findings, ...sums(document.data)], key };
}

function unread(detail: string): ReadHead {
  return { document: null, findings: [{ ok: false, check: "Format", detail }], key: null };
}

/** What a line says, if it says it in the one way in which we write it: a name twice, or another spelling, is none of ours. */
function canonical(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return JSON.stringify(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

function firstIssue(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const [issue] = error.issues;
  return issue && issue.path.length > 0 ? `${issue.path.join(".")} ${issue.message}` : "it cannot be read";
}

function keyFinding(key: string, trusted: ReadonlySet<string> | null): Finding {
  const check = "Key";
  if (trusted === null)
    return { ok: true, check, detail: "not compared: name the issuer's keys to have it compared" };
  return trusted.has(key)
    ? { ok: true, check, detail: "is one of the keys you named" }
    : { ok: false, check, detail: `${key} is none of the keys you named: somebody else signed it` };
}

function sums(document: SignedDocument): Finding[] {
  const { unit, chain } = document;
  const at = (text: string) => wholeOf(text, unit);
  const findings: Finding[] = [];
  const look = (check: string, ok: boolean, right: string, wrong: string) =>
    findings.push({ ok, check, detail: ok ? right : wrong });
  const sumUp = (ok: boolean, left: string, right: string) =>
    look("Sum", ok, `${left} = ${right}`, `${left} is not ${right}`);
  if (isStatement(document)) {
    const { opening, added, used, closing, period } = document;
    const kinds = kindsOf(document);
    const sum = at(opening) + at(added) - at(used);
    sumUp(sum === at(closing), `${opening} + ${added} − ${used}`, closing);
    const total = (name: "added" | "used") => kinds.reduce((all, kind) => all + at(kind[name]), 0n);
    const rows = kinds.reduce(
      (all, kind) => all + kind.rows.reduce((sum, part) => sum + BigInt(part), 0n),
      0n,
    );
    const typesFit = total("added") === at(added) && total("used") === at(used);
    look(
      "Types",
      typesFit && rows === BigInt(chain.rows),
      "what each type added and used makes up the sum",
      "what each type added and used does not make up the sum, or not its rows",
    );
    const left = (lots: readonly { left: string }[]) => lots.reduce((all, lot) => all + at(lot.left), 0n);
    const positive = (text: string) => (at(text) > 0n ? at(text) : 0n);
    const grantsFit =
      left(document.opening_grants) === positive(opening) &&
      left(document.closing_grants) === positive(closing);
    look(
      "Grants",
      grantsFit,
      "what is left of the grants is the balance",
      "what is left of the grants is not the balance",
    );
    const { from, to } = period;
    look("Period", startOfDay(from) <= startOfDay(to), `${from} to ${to}, UTC`, `${from} is after ${to}`);
  } else {
    const { balance_before: before, amount, balance_after: after } = document.transaction;
    sumUp(at(before) + at(amount) === at(after), `${before} + ${amount}`, after);
    if (document.format === "ecu-receipt-2" && document.payment)
      look(
        "Payment",
        paymentFits(document.payment),
        "net and tax are what was charged and paid back",
        "net and tax are not what was charged and paid back",
      );
  }
  return [...findings, place(document)];
}

function paymentFits({ charged, net, tax, refunds }: NonNullable<ReceiptDocument["payment"]>): boolean {
  const cents = (money: string | null) => parseScaled(money ?? "0", 2);
  const fits = (whole: string, part: { net: string; tax: string | null }) =>
    cents(part.net) + cents(part.tax) === cents(whole);
  return fits(charged, { net, tax }) && refunds.every((refund) => fits(refund.amount, refund));
}

/** Whether the document's place in the chain can be: its ends fit each other, the chain's beginning, and the head. */
function place(document: SignedDocument): Finding {
  const { chain, account, unit } = document;
  const [rows, first, last, end] = [
    BigInt(chain.rows),
    BigInt(chain.first_seq),
    BigInt(chain.last_seq),
    BigInt(chain.head.seq),
  ];
  const opening = isStatement(document) ? document.opening : document.transaction.balance_before;
  const isBeginning = chain.before === genesisHash(account.id, unit).toString("hex") && opening === "0";
  const fits =
    first >= 1n &&
    last - first + 1n === rows &&
    last <= end &&
    (rows > 0n || chain.before === chain.after) &&
    (first > 1n || isBeginning) &&
    (last < end || chain.after === chain.head.hash);
  const named =
    rows === 0n ? "no rows" : rows === 1n ? `row ${first} of ${end}` : `rows ${first} to ${last} of ${end}`;
  return { ok: fits, check: "Chain", detail: fits ? named : `${named}: no chain has them so` };
}
