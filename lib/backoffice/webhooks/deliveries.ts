import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { notFound } from "@/lib/values/refusal";
import {
  type Delivery,
  type DeliveryDetails,
  deliveryOf,
  type DeliveryStatus,
} from "@/lib/webhooks/delivery";
import { withHistory } from "@/lib/webhooks/read-deliveries";
import { replayDelivery } from "@/lib/webhooks/replay";
import { selectDeliveries } from "@/lib/webhooks/select-deliveries";
import { readWebhookState, type WebhookState } from "./read-state";

const PAGE = 50;

/** Which deliveries are asked for. */
export interface DeliveriesAsked {
  accountId?: string | undefined;
  status?: DeliveryStatus | undefined;
  before?: string | undefined;
}

/** The messages to customers' systems, of all accounts, newest first, a page at a time. */
export async function listAllDeliveries(
  _operator: Operator,
  { accountId, status, before }: DeliveriesAsked,
): Promise<{ rows: Delivery[]; next: string | null; state: WebhookState }> {
  return readAcrossAccounts(async (sql) => {
    const found = await selectDeliveries(sql, { accountId: accountId ?? null, status, before }, PAGE + 1);
    const state = await readWebhookState(sql);
    const rows = found.slice(0, PAGE).map(deliveryOf);
    return {
      rows,
      next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
      state,
    };
  });
}

/** One of them, with all of its attempts. @throws Refusal `not_found` */
export async function readAnyDelivery(_operator: Operator, id: string): Promise<DeliveryDetails> {
  const details = await readAcrossAccounts(async (sql) => {
    const [row] = await selectDeliveries(sql, { accountId: null, id }, 1);
    return row && withHistory(sql, row);
  });
  if (!details) throw notFound("delivery");
  return details;
}

/** Sends one again, for a customer who asks. @throws Refusal `not_found`; `conflict` when its endpoint is switched off */
export async function replayAnyDelivery(operator: Operator, { id }: { id: string }): Promise<void> {
  const { accountId } = await readAnyDelivery(operator, id);
  await replayDelivery(contextOfOperator(operator, accountId), id);
}
