"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import {
  removePaymentMethod,
  setDefaultPaymentMethod,
  startCardSetup,
  startPortal,
} from "../payment-methods/change";
import { finishRecharge } from "./finish-recharge";
import { rehearseAutoRecharge } from "./rehearse-auto-recharge";
import * as schema from "./schema";
import { setAutoRecharge, turnOffAutoRecharge } from "./set-auto-recharge";

export const saveAutoRecharge = action("billing:write", schema.Recharge, async (ctx, input) => {
  await setAutoRecharge(ctx, input);
  revalidatePath("/settings/auto-recharge");
});

export const endAutoRecharge = action("billing:write", schema.Nothing, async (ctx) => {
  await turnOffAutoRecharge(ctx);
  revalidatePath("/settings/auto-recharge");
});

/** What settings would have charged; nothing is saved. */
export const rehearseRecharge = action("ledger:read", schema.Rehearse, rehearseAutoRecharge);

/** Leads to where a charge is confirmed with the bank. */
export const confirmRecharge = action("billing:write", schema.OfAttempt, (ctx, { attemptId }) =>
  finishRecharge(ctx, attemptId),
);

export const makeDefaultCard = action("billing:write", schema.OfCard, async (ctx, { id }) => {
  await setDefaultPaymentMethod(ctx, id);
  revalidatePath("/settings/payment-methods");
});

export const removeCard = action("billing:write", schema.OfCard, async (ctx, { id }) => {
  await removePaymentMethod(ctx, id);
  revalidatePath("/settings/payment-methods");
});

/** Leads to Stripe's page where a card is saved. */
export const addCard = action("billing:write", schema.ComeBack, (ctx, { returnTo }) =>
  startCardSetup(ctx, returnTo),
);

/** Leads to Stripe's page of cards and invoices. */
export const openPortal = action("billing:write", schema.ComeBack, (ctx, { returnTo }) =>
  startPortal(ctx, returnTo),
);
