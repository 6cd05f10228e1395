import { hash } from "node:crypto";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import type { FieldFault } from "@/lib/values/refusal";
import { idOf, requireBatch } from "./batch";
import { firstFault, timeFault } from "./read-event";
import { DataQueryInput, type DataQueryResult } from "./schema-queries";

interface Ready {
  index: number;
  input: DataQueryInput;
  fingerprint: Buffer;
}

/**
 * Records one to a thousand look-ups in free public data. They are never billed and touch no wallet. Each is answered on its own; a known id is
 * recorded once: with the same content it is answered as recorded, with other content it is refused.
 * @throws Refusal `too_large`, `invalid_request` for a batch that is none
 */
export async function recordDataQueries(
  ctx: Context,
  queries: readonly unknown[],
): Promise<DataQueryResult[]> {
  requirePermission(ctx, "usage:write");
  requireBatch("queries", queries);
  const now = new Date();
  const answers = new Array<DataQueryResult>(queries.length);
  const ready: Ready[] = [];
  for (const [index, query] of queries.entries()) {
    const input = read(query, now);
    if ("message" in input) answers[index] = faulty(index, idOf(query), input);
    else ready.push({ index, input, fingerprint: fingerprintOf(input) });
  }
  if (ready.length === 0) return answers;
  const kept = await inAccount(ctx.accountId, (tx) => keep(tx, ctx, ready, now));
  const recorded = new Set<string>();
  for (const { index, input, fingerprint } of ready) {
    const { id } = input;
    const { fresh, fingerprint: known } = kept.get(id) ?? missing(id);
    if (!fingerprint.equals(known)) answers[index] = mismatch(index, id);
    else if (fresh && !recorded.has(id)) answers[index] = { index, id, status: 201, result: "recorded" };
    else answers[index] = { index, id, status: 200, result: "replayed" };
    recorded.add(id);
  }
  return answers;
}

function read(query: unknown, now: Date): DataQueryInput | FieldFault {
  const { data, error } = DataQueryInput.safeParse(query, FAULT_WORDS);
  if (error) return firstFault(error, query);
  const message = data.occurred_at === undefined ? null : timeFault(Date.parse(data.occurred_at), now);
  return message === null ? data : { field: "occurred_at", message };
}

/** A time that was not sent is no part of the content, so that a repetition is the same query. */
function fingerprintOf(input: DataQueryInput): Buffer {
  const { occurred_at: at, provider, dataset, feature, query, result_rows: rows } = input;
  const { member, team, project } = input;
  const content = [at === undefined ? null : Date.parse(at), provider, dataset, feature, query, rows];
  return hash("sha256", JSON.stringify([...content, member, team, project]), "buffer");
}

interface Kept {
  fingerprint: Uint8Array;
  /** Written now, and not before. */
  fresh: boolean;
}

/**
 * Writes what is not known, and says of each id what stands under it. Of one id twice in a batch the first counts. Ids are written in one order,
 * so that batches which share some wait for each other and never in a circle.
 */
async function keep(tx: Tx, ctx: Context, ready: readonly Ready[], now: Date): Promise<Map<string, Kept>> {
  const { accountId } = ctx;
  const firsts = new Map(ready.toReversed().map((one) => [one.input.id, one]));
  const ids = [...firsts.keys()].toSorted();
  const written = await tx.dataQuery.createManyAndReturn({
    data: ids.flatMap((id) => {
      const first = firsts.get(id);
      return first ? [rowOf(ctx, first, now)] : [];
    }),
    skipDuplicates: true,
    select: { id: true },
  });
  const fresh = new Set(written.map(({ id }) => id));
  // In a statement of its own, which sees what others have written meanwhile.
  const rows = await tx.dataQuery.findMany({
    where: { accountId, id: { in: ids } },
    select: { id: true, fingerprint: true },
  });
  return new Map(rows.map(({ id, fingerprint }) => [id, { fingerprint, fresh: fresh.has(id) }]));
}

function rowOf({ accountId, actor }: Context, { input, fingerprint }: Ready, now: Date) {
  const {
    id,
    provider,
    dataset = "",
    feature = "",
    query = "",
    member = "",
    team = "",
    project = "",
  } = input;
  const { occurred_at: at, result_rows: rows } = input;
  return {
    ...{ accountId, id, provider, dataset, feature, query, member, team, project },
    resultRows: rows === undefined ? null : BigInt(rows),
    occurredAt: at === undefined ? now : new Date(at),
    keyId: actor.kind === "key" ? actor.keyId : "",
    fingerprint: new Uint8Array(fingerprint),
  };
}

function faulty(index: number, id: string | null, { field, message }: FieldFault): DataQueryResult {
  const path = field === "" ? `queries.${index}` : `queries.${index}.${field}`;
  const detail = `${field === "" ? "The query" : `${field}:`} ${message}.`;
  return { index, id, status: 400, result: "refused", code: "invalid_request", field: path, detail };
}

const MISMATCH = "The id is that of a query with other content. Use a new one.";

function mismatch(index: number, id: string): DataQueryResult {
  const refused = { index, id, status: 422, result: "refused", code: "idempotency_mismatch" } as const;
  return { ...refused, field: `queries.${index}.id`, detail: MISMATCH };
}

function missing(id: string): never {
  throw new Error(`the data query ${id} was neither written nor known`);
}
