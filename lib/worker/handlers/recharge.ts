import { z } from "zod";
import { syncPaymentMethods } from "@/lib/purchases/payment-methods/sync";
import { evaluateRecharge } from "@/lib/purchases/recharge/evaluate";
import { resolveRecharge } from "@/lib/purchases/recharge/resolve";
import type { Handler } from "../handler";

const OfAccount = z.object({ accountId: z.uuid() });
const OfAttempt = OfAccount.extend({ attemptId: z.uuid() });
const OfWallet = OfAccount.extend({ unit: z.string() });

export const evaluate: Handler = async (payload) => evaluateRecharge(OfAccount.parse(payload).accountId);

/** A balance has fallen below a level that is watched. */
export const lookBelow: Handler = async (payload) => {
  const { accountId, unit } = OfWallet.parse(payload);
  if (unit === "credit") await evaluateRecharge(accountId);
};

export const resolve: Handler = async (payload) => {
  const { accountId, attemptId } = OfAttempt.parse(payload);
  await resolveRecharge(accountId, attemptId);
};

export const syncCards: Handler = async (payload) => syncPaymentMethods(OfAccount.parse(payload).accountId);
