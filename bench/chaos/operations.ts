import type { Chance } from "@/prisma/seed/random";
import { newId } from "@/lib/values/ids";
import { z } from "zod";
import type { Answer, Client } from "./client";
import { GOOD_CARD, LOSER, type Shop } from "./shop";

/** What the client was told: the rows that the product says are in the books. */
export interface Acknowledged {
  operations: number;
  refused: Record<string, number>;
  /** Row id → amount, as answered. An id that is answered with two amounts is a fault. */
  rows: Map<string, string>;
  conflicts: string[];
}

export function nothingYet(): Acknowledged {
  return { operations: 0, refused: {}, rows: new Map(), conflicts: [] };
}

const Row = z.object({ id: z.string(), amount: z.string() });
const WithRows = z.object({
  id: z.string(),
  status: z.string().optional(),
  transactions: z.array(Row).optional(),
  amount: z.string().optional(),
});
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

/** One random operation of a client, through the same doors that everybody uses. */
export async function operate(
  client: Client,
  accounts: readonly string[],
  told: Acknowledged,
  shop: Shop,
): Promise<void> {
  const { chance } = client;
  // A few wallets are hot, most are not.
  const accountId = accounts[Math.floor(chance.next() ** 3 * accounts.length)] ?? "";
  const run = chance.pick<() => Promise<void>>([
    [() => spend(client, accountId, told), 40],
    [() => authorize(client, accountId, told), 30],
    [() => buy(client, accountId, told, shop), 3],
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
  ]);
  await run();
  told.operations += 1;
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
async function spend(client: Client, accountId: string, told: Acknowledged): Promise<void> {
  const { chance } = client;
  const skew = chance.between(-600_000, 590_000);
  const events = Array.from({ length: chance.between(1, 12) }, () => ({
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
  for (const { result, transaction_id: id, charge, code } of Events.parse(answer.body).results) {
    if (result === "refused") told.refused[code ?? "?"] = (told.refused[code ?? "?"] ?? 0) + 1;
    else if (id && charge) keep({ id, amount: `-${charge}` }, told);
  }
}

/** Holds credit, then captures less, all or more of it, or releases it, or leaves it to expire; sometimes two ends race. */
async function authorize(client: Client, accountId: string, told: Acknowledged): Promise<void> {
  const { chance } = client;
  const held = chance.between(1, 8);
  const opened = await client.send(accountId, "/api/v1/authorizations", newId(), {
    amount: String(held),
    expires_in: chance.between(1, 60),
  });
  if (refusal(opened, told)) return;
  const { id } = WithRows.parse(opened.body);
  const used = chance.pick([
    [`${chance.between(0, held - 1)}.5`, 6],
    [String(held), 2],
    [String(held + 1), 1],
  ]);
  const capture = () =>
    client.send(accountId, `/api/v1/authorizations/${id}/capture`, newId(), { amount: used });
  const release = () => client.send(accountId, `/api/v1/authorizations/${id}/release`, newId(), {});
  const ends = chance.pick([
    [[capture], 6],
    [[release], 2],
    [[capture, release], 1],
    [[], 1],
  ] as [(() => Promise<Answer>)[], number][]);
  const answers = await Promise.all(ends.map((end) => end()));
  if (answers.filter(({ status }) => status < 300).length > 1)
    told.conflicts.push(`hold ${id} was ended twice`);
  for (const answer of answers) {
    if (!refusal(answer, told)) WithRows.parse(answer.body).transactions?.forEach((row) => keep(row, told));
  }
}

function keep({ id, amount }: z.infer<typeof Row>, told: Acknowledged): void {
  const before = told.rows.get(id);
  if (before !== undefined && before !== amount)
    told.conflicts.push(`${id} was answered with ${before} and with ${amount}`);
  told.rows.set(id, amount);
}

function refusal({ status, body }: Answer, told: Acknowledged): boolean {
  if (status < 300) return false;
  const code = z.object({ code: z.string() }).parse(body).code;
  const expected = ["insufficient_credits", "hold_ended", "out_of_range"];
  // A grant that could not be asked for before its own time was over was never made.
  const isLate = code === "invalid_request" && JSON.stringify(body).includes("expires_at");
  if (!expected.includes(code) && !isLate)
    told.conflicts.push(`an answer that nobody expected: ${status} ${JSON.stringify(body)}`);
  told.refused[code] = (told.refused[code] ?? 0) + 1;
  return true;
}
