"use server";

import { revalidatePath } from "next/cache";
import { contextOfOperator } from "@/lib/accounts/operator";
import { giveContract } from "@/lib/backoffice/limits/give-contract";
import { action } from "@/lib/web/action";
import { sendContractInvoice } from "./contracts/send-invoice";
import { createLead, setLeadStatus } from "./leads";
import { reconcileByOperator } from "./reconcile/reconcile-by-operator";
import * as schema from "./schema";
import { startCheckout } from "./start-checkout";
import { replayStripeEvent } from "./stripe-events";

/** Begins a purchase; the answer says where it is paid. */
export const buyCredit = action("billing:write", schema.Buy, startCheckout);

/** "Talk to sales". */
export const sendLead = action("account:read", schema.NewLead, createLead);

export const saveLeadStatus = action.operator(schema.SaveLead, async (operator, input) => {
  await setLeadStatus(operator, input);
  revalidatePath("/admin", "layout");
});

export const addContract = action.operator(schema.NewContract, async (operator, input) => {
  const id = await giveContract(operator, input);
  revalidatePath("/admin", "layout");
  return { id };
});

export const sendInvoice = action.operator(schema.OfContractInvoice, async (operator, input) => {
  const url = await sendContractInvoice(contextOfOperator(operator, input.accountId), input);
  revalidatePath("/admin", "layout");
  return { url };
});

export const replayEvent = action.operator(schema.OfEvent, async (operator, input) => {
  await replayStripeEvent(operator, input);
  revalidatePath("/admin", "layout");
});

/** Holds the books against Stripe now. */
export const reconcileNow = action.operator(schema.Reconcile, async (operator, { repair }) => {
  const { id, repaired, differences } = await reconcileByOperator(operator, { repair });
  revalidatePath("/admin", "layout");
  return { id, repaired, differences: differences.length };
});
