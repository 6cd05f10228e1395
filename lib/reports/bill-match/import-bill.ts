import { createHash } from "node:crypto";
import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { InvalidValue } from "@/lib/values/invalid-value";
import { invalid, notFound } from "@/lib/values/refusal";
import { startOfDay } from "@/lib/values/time";
import type { BillLine } from "./rules/bill";
import { formatOf, readBill } from "./rules/formats";
import { parseCsv } from "./rules/parse-csv";
import type { NewBill, OfBill } from "./schema";

/**
 * Takes a provider's bill in: what it charges by day, model and kind of token. The same file again is the same bill.
 * @param operator who asks; null is the command line
 * @throws Refusal `invalid_request` that says which line cannot be read, and why
 */
export async function importBill(
  operator: Operator | null,
  { name, provider, text, format, columns }: NewBill,
): Promise<string> {
  const read = readLines(text, format, columns);
  const digest = createHash("sha256").update(provider).update("\n").update(text).digest("hex");
  const days = read.lines.map(({ day }) => day).toSorted();
  const [fromDay, toDay] = [days[0] ?? "", days.at(-1) ?? ""];
  return acrossAccounts(async (tx) => {
    const id = newId();
    // Of two at once, the second waits here, and finds the first.
    const { count } = await tx.providerBill.createMany({
      data: {
        ...{ id, name, provider, digest, format: read.format, lines: read.lines.length },
        fromDay: startOfDay(fromDay),
        toDay: startOfDay(toDay),
        importedBy: operator?.actor.email ?? "command line",
      },
      skipDuplicates: true,
    });
    if (count === 0) return (await tx.providerBill.findUniqueOrThrow({ where: { digest } })).id;
    await insertLines(tx, id, read.lines);
    await auditOperator(tx, operator, {
      action: "provider_bill.imported",
      target: `provider_bill:${id}`,
      details: { name, provider, format: read.format, from: fromDay, to: toDay, lines: read.lines.length },
    });
    return id;
  });
}

/** Forgets a bill that was imported by mistake. @throws Refusal `not_found` */
export async function removeBill(operator: Operator, { id }: OfBill): Promise<void> {
  await acrossAccounts(async (tx) => {
    const bill = await tx.providerBill.findUnique({ where: { id } });
    if (!bill) throw notFound("bill");
    await tx.providerBill.delete({ where: { id } });
    await auditOperator(tx, operator, {
      action: "provider_bill.removed",
      target: `provider_bill:${id}`,
      details: { name: bill.name, provider: bill.provider },
    });
  });
}

function readLines(text: string, asked: NewBill["format"], columns: NewBill["columns"]) {
  try {
    const rows = parseCsv(text);
    const format = asked === "auto" ? (rows[0] ? formatOf(rows[0]) : "columns") : asked;
    return { format, lines: readBill(rows, format, columns) };
  } catch (error) {
    if (error instanceof InvalidValue) throw invalid("text", error.message);
    throw error;
  }
}

/** Lines that one statement writes. */
const AT_ONCE = 5_000;

async function insertLines(
  tx: Parameters<typeof sqlOf>[0],
  id: string,
  lines: readonly BillLine[],
): Promise<void> {
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const some = lines.slice(at, at + AT_ONCE);
    await sqlOf(tx).query(
      `INSERT INTO provider_bill_lines (bill_id, day, model, kind, quantity, cost_usd)
       SELECT $1::uuid, * FROM unnest($2::date[], $3::text[], $4::text[], $5::numeric[], $6::numeric[])`,
      [
        id,
        some.map(({ day }) => day),
        some.map(({ model }) => model),
        some.map(({ kind }) => kind),
        some.map(({ quantity }) => quantity?.toString() ?? null),
        some.map(({ cost }) => cost.toString()),
      ],
    );
  }
}
