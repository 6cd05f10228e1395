"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { revokeProviderKey as revoke } from "./provider-keys/revoke-provider-key";
import { saveProviderKey as save } from "./provider-keys/save-provider-key";
import { OfProviderKey, SaveProviderKey } from "./provider-keys/schema";

export const saveProviderKey = action("provider_keys:write", SaveProviderKey, async (ctx, input) => {
  await save(ctx, input);
  revalidatePath("/settings/provider-keys");
});

export const revokeProviderKey = action("provider_keys:write", OfProviderKey, async (ctx, input) => {
  await revoke(ctx, input);
  revalidatePath("/settings/provider-keys");
});
