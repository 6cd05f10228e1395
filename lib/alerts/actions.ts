"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { saveAnomalySettings } from "./anomalies/settings";
import { removeAlert, resetAlerts, saveAlert } from "./change-alerts";
import { dismissBanner } from "./dismiss-banner";
import { choosePace } from "./letters/choose-pace";
import * as schema from "./schema";

export const setAlert = action("alerts:write", schema.AlertInput, async (ctx, input) => {
  await saveAlert(ctx, input);
  revalidatePath("/settings/alerts");
});

export const dropAlert = action("alerts:write", schema.OfAlert, async (ctx, input) => {
  await removeAlert(ctx, input);
  revalidatePath("/settings/alerts");
});

export const defaultAlerts = action("alerts:write", schema.OfWallet, async (ctx, input) => {
  await resetAlerts(ctx, input);
  revalidatePath("/settings/alerts");
});

export const putBannerAway = action("ledger:read", schema.Dismissal, dismissBanner);

export const setAnomalyAlerts = action("alerts:write", schema.AnomalyInput, async (ctx, input) => {
  await saveAnomalySettings(ctx, input);
  revalidatePath("/settings/alerts");
});

export const setAlertPace = action("ledger:read", schema.PaceInput, async (ctx, input) => {
  await choosePace(ctx, input);
  revalidatePath("/settings/alerts");
});
