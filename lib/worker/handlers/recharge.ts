import { z } from "zod";
import { evaluateAlerts } from "@/lib/alerts/evaluate";
import { describeKnownCustomer } from "@/lib/purchases/describe-customer";
import { syncPaymentMethods } from "@/lib/purchases/payment-methods/sync";
import { evaluateRecharge } from "@/lib/purchases/recharge/evaluate";
import { resolveRecharge } from "@/lib/purchases/recharge/resolve";
import { UNITS } from "@/lib/values/ids";
import type { Handler } from "../handler";

const OfAccount = z.object({ accountId: z.uuid() });
const OfAttempt = OfAccount.extend({ attemptId: z.uuid() });
const OfWallet = OfAccount.extend({ unit: z.enum(UNITS) });

export const evaluate: Handler = async (payload) => evaluateRecharge(OfAccount.parse(payload).accountId);

/**
 * A balance has fallen below a level that is watched. Alerts are looked at first, so that a crossing is told before a recharge lifts
 * the balance over it again; a fault there keeps no card from being charged.
 */
export const lookBelow: Handler = async (payload) => {
  const { accountId, unit } = OfWallet.parse(payload);
  const [told] = await Promise.allSettled([evaluateAlerts(accountId, unit)]);
  if (unit === "credit") await evaluateRecharge(accountId);
  if (told.status === "rejected") throw told.reason;
};

export const resolve: Handler = async (payload) => {
  const { accountId, attemptId } = OfAttempt.parse(payload);
  await resolveRecharge(accountId, attemptId);
};

export const syncCards: Handler = async (payload) => syncPaymentMethods(OfAccount.parse(payload).accountId);

export const describe: Handler = async (payload) => describeKnownCustomer(OfAccount.parse(payload).accountId);
