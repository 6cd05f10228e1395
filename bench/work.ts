import { randomBytes } from "node:crypto";
import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { openWallets } from "@/lib/ledger/open-wallets";
import { post, postedOf } from "@/lib/ledger/post";
import type { Posting } from "@/lib/ledger/types";
import { newId } from "@/lib/values/ids";
import { nano, negate, parseCredits } from "@/lib/values/money";

const MODELS = ["gpt-4o", "gpt-4o-mini", "claude-sonnet-4", "gemini-2.5-pro", "text-embedding-3-small"];
// What the caller of the ledger computes is not measured here.
const FINGERPRINT = randomBytes(32);
const CHARGE = nano(61_200_000n);

/** A new account with a million credits. */
export async function richAccount(): Promise<string> {
  const accountId = newId();
  await acrossAccounts((tx) =>
    sqlOf(tx).query("INSERT INTO accounts (id, name) VALUES ($1::uuid, 'Bench')", [accountId]),
  );
  await inAccount(accountId, (tx) => openWallets(tx, accountId));
  const grant = { type: "bonus", description: "Bench", source: "system", unit: "credit" } as const;
  const [outcome] = await post([
    grantPosting({ ...grant, accountId, amount: parseCredits("1000000"), idempotencyKey: "bench" }),
  ]);
  postedOf(outcome);
  return accountId;
}

/** A metered call as the API posts it: its event, its charge and its rollup. `place` spreads calls over models and the last 30 days. */
export function meteredCall(accountId: string, place = 0): Posting {
  const id = newId();
  return {
    accountId,
    unit: "credit",
    idempotencyKey: `usage:${id}`,
    floor: null,
    entries: [
      {
        type: "spend",
        amount: negate(CHARGE),
        description: "gpt-4o · 1,204 in · 310 out",
        source: "api",
        refType: "usage_event",
        refId: id,
      },
    ],
    event: {
      id,
      occurredAt: new Date(Date.now() - (place % 30) * 86_400_000),
      feature: "model_inference",
      operation: "chat",
      provider: "openai",
      model: MODELS[place % MODELS.length] ?? "",
      hardware: "",
      member: "mira@acme.example",
      team: "research",
      project: "evals",
      keyId: "",
      inputTokens: 1_204n,
      outputTokens: 310n,
      cachedInputTokens: 0n,
      cacheWriteTokens: 0n,
      reasoningTokens: 0n,
      quantities: {},
      resource: "",
      byok: false,
      costUsd: 4_700_000_000n,
      costSource: "price_list",
      rateCard: 1,
      mandate: "",
      pricedBy: "rate_card",
      volumes: {},
      holdId: null,
      charge: CHARGE,
      fingerprint: FINGERPRINT,
    },
  };
}

/** Times of calls in milliseconds, and how many were done a second. */
export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Runs `call` from `callers` callers at once for `seconds`. */
export async function load(
  callers: number,
  seconds: number,
  call: (count: number) => Promise<unknown>,
): Promise<Figures> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  let count = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        await call(count++);
        times.push(performance.now() - begun);
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

/** Posts one call and insists that it was posted. */
export async function postCall(posting: Posting): Promise<void> {
  const [outcome] = await post([posting]);
  postedOf(outcome);
}
