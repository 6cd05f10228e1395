import { readAcrossAccounts } from "@/lib/db/transaction";
import { readHold } from "@/lib/ledger/holds";
import { type Context, systemContext } from "@/lib/values/context";
import { targetOf } from "../provider/choose-target";
import { findGeneration } from "../provider/find-generation";
import type { Used } from "../rules/used";
import { type Dimensions, eventIdOf, type GatewayCall } from "./call";
import { endCall } from "./rows";
import { settleCall } from "./settle-call";

const SILENT = "30 seconds";
/** A provider that still does not know what a generation came to is not asked any longer than this. */
const PATIENCE_MS = 5 * 60_000;
const MOST_AT_ONCE = 200;
/** The provider is asked about so many together. */
const AT_ONCE = 20;

interface Row {
  account_id: string;
  id: string;
  operation: GatewayCall["operation"];
  provider: string;
  model: string;
  key_id: string;
  byok: boolean;
  stream: boolean;
  dimensions: Dimensions;
  generation_id: string;
  input_tokens: bigint;
  output_tokens: bigint;
  started_at: Date;
  beat_at: Date;
}

/**
 * Settles the calls whose process has died: by the provider's books where it keeps them, or by what was written down last. A process that comes back
 * late finds them charged. Returns how many.
 */
export async function settleAbandonedCalls(): Promise<number> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<Row>(
      `SELECT account_id, id, operation, provider, model, key_id, byok, stream, dimensions, generation_id, input_tokens, output_tokens, started_at, beat_at
       FROM gateway_calls WHERE status = 'running' AND beat_at < now() - interval '${SILENT}' ORDER BY beat_at LIMIT ${MOST_AT_ONCE}`,
    ),
  );
  let settled = 0;
  const faults: unknown[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    // One that cannot be settled keeps no other waiting.
    const ends = await Promise.allSettled(rows.slice(at, at + AT_ONCE).map(settleRow));
    settled += ends.filter((end) => end.status === "fulfilled" && end.value).length;
    faults.push(...ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : [])));
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} calls could not be settled`);
  return settled;
}

async function settleRow(row: Row): Promise<boolean> {
  const call = callOf(row);
  const { generation_id: generationId } = row;
  const end = { outcome: "abandoned", generationId } as const;
  const { status, endedKey } = await readHold(call.ctx, call.id);
  // It was charged, and the process died before it could write that down.
  if (status === "captured" && endedKey === `event:${eventIdOf(call)}`) {
    const progress = { inputTokens: Number(row.input_tokens), outputTokens: Number(row.output_tokens) };
    await endCall(call, { outcome: "completed", generationId, ...progress, eventId: eventIdOf(call) });
    return true;
  }
  const told = await askFor(row);
  if (told === "not yet") return false;
  await settleCall(call, told ?? known(row), end);
  return true;
}

async function askFor({
  account_id,
  provider,
  byok,
  generation_id,
  beat_at,
}: Row): Promise<Used | null | "not yet"> {
  if (generation_id === "") return null;
  const target = await targetOf(account_id, provider, byok);
  if (!target?.tellsCost) return null;
  const found = await findGeneration(target, generation_id, false);
  if (found) return found;
  return Date.now() - beat_at.getTime() < PATIENCE_MS ? "not yet" : null;
}

/** What was known last. Nothing, when the provider had not begun to answer. */
function known({ generation_id, input_tokens, output_tokens }: Row): Used | null {
  if (generation_id === "" && output_tokens === 0n) return null;
  const counted = { input_tokens: Number(input_tokens), output_tokens: Number(output_tokens) };
  return { ...counted, cached_input_tokens: 0, cache_write_tokens: 0, reasoning_tokens: 0 };
}

function callOf(row: Row): GatewayCall {
  const { id, operation, provider, model, byok, stream, dimensions, started_at: startedAt } = row;
  return { ctx: contextOf(row), id, operation, provider, model, byok, stream, dimensions, startedAt };
}

/** The key that called is the one that is charged: budgets of keys see it. */
function contextOf({ account_id, key_id }: Row): Context {
  const ctx = systemContext(account_id, "settle abandoned calls");
  if (key_id === "") return ctx;
  return { ...ctx, actor: { kind: "key", keyId: key_id, name: "", platform: false } };
}
