import { invoiceItems } from "./billing/invoice-items";
import { invoices } from "./billing/invoices";
import { prices } from "./billing/prices";
import { products } from "./billing/products";
import { paymentPages } from "./checkout/payment-pages";
import { checkoutSessions } from "./checkout/sessions";
import { controlBehaviour } from "./control/control-behaviour";
import { controlObjects } from "./control/control-objects";
import { events } from "./events/events";
import { webhookEndpoints } from "./events/webhook-endpoints";
import { portal } from "./portal/sessions";
import { dashboard } from "./dashboard/pages";
import { assets } from "./pages/assets";
import { balanceTransactions } from "./payments/balance-transactions";
import { charges } from "./payments/charges";
import { customers } from "./payments/customers";
import { disputes } from "./payments/disputes";
import { paymentIntents } from "./payments/intents";
import { paymentMethods } from "./payments/payment-methods";
import { refunds } from "./payments/refunds";
import { setupIntents } from "./payments/setup-intents";
import type { Resource } from "./server/route";

/**
 * All parts of the sandbox. To add one:
 *
 * 1. Name its kinds in `store/kinds.ts` (`Kinds`, and `PREFIXES` for ids that `expand[]` may follow). What only the
 *    sandbox knows of an object is a kind with an underscore, under the object's id.
 * 2. Write a file that exports a `Resource`: `routes` made by `get`, `post` and `del` of `server/route.ts`, each with a
 *    strict schema from `server/parameters.ts` (lists: `listParameters` and `listPage`); `tasks` for what
 *    `tx.schedule(name, subject, due)` runs when the clock gets there; `reactions` for what follows on
 *    an event in the same unit of work (a payment succeeds: its checkout session completes); `includes` for fields that
 *    `expand[]` adds; `pages` for what people see, on a Hono app, which changes things by `sandbox.transact(…)`.
 * 3. Add it below.
 *
 * Work is synchronous: a handler reads and changes objects through `tx`, which freezes what it stores, and returns the
 * object that is answered. `tx.emit(type, object, before)` makes the event. A thrown `StripeError` undoes everything; a
 * `CardError` is answered with 402 and keeps what was done. Times are `tx.now`, by the sandbox's clock.
 */
export const resources: readonly Resource[] = [
  customers,
  paymentMethods,
  paymentIntents,
  setupIntents,
  charges,
  refunds,
  disputes,
  balanceTransactions,
  events,
  webhookEndpoints,
  controlBehaviour,
  controlObjects,
  products,
  prices,
  invoiceItems,
  invoices,
  checkoutSessions,
  paymentPages,
  portal,
  dashboard,
  assets,
];
