"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { changeEndpoint, deleteEndpoint, rotateSecret } from "./change-endpoint";
import { createEndpoint } from "./create-endpoint";
import { replayDelivery, replayFailed, sendTest } from "./replay";
import { ChangedEndpoint, NewEndpoint, OfEndpoint, RotatedEndpoint } from "./schema";

const PAGES = "/settings/webhooks";

export const addWebhook = action("webhooks:write", NewEndpoint, async (ctx, input) => {
  const { id, secret } = await createEndpoint(ctx, input);
  revalidatePath(PAGES, "layout");
  return { id, secret };
});

export const saveWebhook = action("webhooks:write", ChangedEndpoint, async (ctx, { id, ...change }) => {
  await changeEndpoint(ctx, id, change);
  revalidatePath(PAGES, "layout");
});

export const endWebhook = action("webhooks:write", OfEndpoint, async (ctx, { id }) => {
  await deleteEndpoint(ctx, id);
  revalidatePath(PAGES, "layout");
});

export const rotateWebhook = action(
  "webhooks:write",
  RotatedEndpoint,
  async (ctx, { id, overlap_hours: hours }) => {
    const { secret } = await rotateSecret(ctx, id, hours);
    revalidatePath(PAGES, "layout");
    return { secret };
  },
);

export const testWebhook = action("webhooks:write", OfEndpoint, async (ctx, { id }) => {
  const delivery = await sendTest(ctx, id);
  revalidatePath(PAGES, "layout");
  return { delivery };
});

export const sendWebhookAgain = action("webhooks:write", OfEndpoint, async (ctx, { id }) => {
  await replayDelivery(ctx, id);
  revalidatePath(PAGES, "layout");
});

export const sendFailedWebhooks = action("webhooks:write", OfEndpoint, async (ctx, { id }) => {
  const count = await replayFailed(ctx, id);
  revalidatePath(PAGES, "layout");
  return { count };
});
