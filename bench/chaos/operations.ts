import type { Chance } from "@/prisma/seed/random";
import { newId } from "@/lib/values/ids";
import { z } from "zod";
import { authorize } from "./authorize";
import type { Client } from "./client";
import { callModel } from "./gateway";
import { runInstance } from "./instances";
import type { Limits } from "./limits";
import { GOOD_CARD, LOSER, type Shop } from "./shop";
import { type Acknowledged, keep, refusal } from "./told";

const Row = z.object({ id: z.string(), amount: z.string() });
const Purchase = z.object({ checkout_url: z.string() });
const ENDS: [("win" | "lose") | null, number][] = [
  ["win", 1],
  ["lose", 1],
  [null, 1],
];
const Events = z.object({
  results: z.array(
    z.object({
      result: z.string(),
      transaction_id: z.string().nullish(),
      charge: z.string().optional(),
      code: z.string().optional(),
    }),
  ),
});

/** Who lives on the product. What runs on machines has accounts of its own: it is billed for hours gone by, in which holds have no past. */
export interface Tenants {
  accounts: readonly string[];
  machines: readonly string[];
}

/** One random operation of a client, through the same doors that everybody uses: all that there is, or what concerns the ledger alone. */
export async function operate(
  client: Client,
  { accounts, machines }: Tenants,
  told: Acknowledged,
  shop: Shop,
  limits: Limits,
  ledgerOnly = false,
): Promise<void> {
  const { chance } = client;
  const besides = (weight: number) => (ledgerOnly ? 0 : weight);
  // A few wallets are hot, most are not.
  const accountId = accounts[Math.floor(chance.next() ** 3 * accounts.length)] ?? "";
  await chance.pick<() => Promise<void>>([
    [() => spend(client, accountId, told, ledgerOnly ? 100 : 12), 40],
    [() => authorize(client, accountId, told, limits), 30],
    [() => callModel(client, accountId, told, limits), besides(20)],
    [() => runInstance(client, chance.pick(machines.map((id) => [id, 1])), told), besides(4)],
    [() => buy(client, accountId, told, shop), besides(3)],
    [() => move(client, accountId, told, "topup", credits(chance, 2, 20)), 8],
    [() => move(client, accountId, told, "bonus", credits(chance, 1, 5), soon(chance)), 6],
    [() => move(client, accountId, told, "contract_grant", credits(chance, 1, 9)), 3],
    [() => move(client, accountId, told, "refund", `-${credits(chance, 1, 5)}`), 4],
    [
      () =>
        move(client, accountId, told, "dispute", `${chance.next() < 0.5 ? "-" : ""}${credits(chance, 1, 5)}`),
      4,
    ],
    [
      () =>
        move(
          client,
          accountId,
          told,
          "admin_correction",
          `${chance.next() < 0.5 ? "-" : ""}${credits(chance, 0, 2)}`,
        ),
      5,
    ],
  ])();
}

function credits(chance: Chance, least: number, most: number): string {
  return `${chance.between(least, most)}.${String(chance.between(1, 999_999_999)).padStart(9, "0")}`.replace(
    /0+$/,
    "",
  );
}

/** A grant that expires while the run goes on. */
function soon(chance: Chance): Record<string, string> {
  return chance.next() < 0.5
    ? {}
    : { expires_at: new Date(Date.now() + chance.between(15_000, 60_000)).toISOString() };
}

async function move(
  client: Client,
  accountId: string,
  told: Acknowledged,
  type: string,
  amount: string,
  more: Record<string, string> = {},
): Promise<void> {
  const body = { type, amount, description: `Chaos: ${type}`, ...more };
  const answer = await client.send(accountId, "/api/v1/transactions", newId(), body);
  if (refusal(answer, told)) return;
  keep(Row.parse(answer.body), told);
}

/**
 * Credit bought with a card. Some cards are declined first, some people never pay; some of the money goes back, by
 * refunds or by disputes.
 */
export async function buy(
  client: Client,
  accountId: string,
  told: Acknowledged,
  shop: Shop,
  save = false,
): Promise<void> {
  const { chance } = client;
  const answer = await client.send(accountId, "/api/v1/purchases", newId(), {
    credits: String(chance.between(50, 300)),
    save_card: save,
  });
  if (refusal(answer, told)) return;
  const { checkout_url: url } = Purchase.parse(answer.body);
  const session = new URL(url).pathname.split("/").at(-1) ?? "";
  if (!save && chance.next() < 0.1) return;
  if (chance.next() < 0.2) await shop.pay(session, LOSER, false);
  await shop.pay(session, GOOD_CARD, save);
  if (save || chance.next() < 0.6) return;
  const { intent, charge, cents } = await shop.paymentOf(session);
  if (chance.next() < 0.3) return shop.dispute(charge, chance.pick(ENDS));
  const part = chance.between(1, cents);
  await shop.refund(intent, part, newId());
  if (part < cents && chance.next() < 0.5)
    await shop.refund(intent, chance.between(1, cents - part), newId());
}

/** A batch of calls, some of them twice; the client's clock is off by up to ten minutes. */
async function spend(client: Client, accountId: string, told: Acknowledged, most: number): Promise<void> {
  const { chance } = client;
  const skew = chance.between(-600_000, 590_000);
  const events = Array.from({ length: chance.between(1, most) }, () => ({
    id: newId(),
    occurred_at: new Date(Date.now() + skew).toISOString(),
    feature: "model_inference",
    operation: "chat",
    model: chance.pick([
      ["gpt-4o", 1],
      ["gpt-4o-mini", 1],
    ]),
    input_tokens: chance.between(1, 4_000),
    output_tokens: chance.between(1, 900),
    enforce: chance.next() < 0.5,
  }));
  const [first] = events;
  if (first && chance.next() < 0.2) events.push(first);
  const answer = await client.send(accountId, "/api/v1/usage-events", newId(), { events });
  if (refusal(answer, told)) return;
  const { results } = Events.parse(answer.body);
  told.operations += results.length - 1;
  for (const { result, transaction_id: id, charge, code } of results) {
    if (result === "refused") told.refused[code ?? "?"] = (told.refused[code ?? "?"] ?? 0) + 1;
    else if (id && charge) keep({ id, amount: `-${charge}` }, told);
  }
}
