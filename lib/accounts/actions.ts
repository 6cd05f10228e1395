"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/web/action";
import { saveBillingDetails } from "./billing-details";
import { createProject, saveProject } from "./projects";
import { createTeam, saveTeam, setTeamMember } from "./teams";
import { createKey, revokeKey } from "./keys";
import { inviteMember, revokeInvitation } from "./invitations";
import { changeRole, leaveAccount, removeMember } from "./members";
import { renameAccount } from "./rename-account";
import * as schema from "./schema";
import { BillingDetailsInput } from "./schema-billing";

export const saveAccountName = action("account:write", schema.RenameAccount, async (ctx, input) => {
  await renameAccount(ctx, input);
  revalidatePath("/", "layout");
});

export const saveBilling = action("billing:write", BillingDetailsInput, async (ctx, input) => {
  await saveBillingDetails(ctx, input);
  revalidatePath("/", "layout");
});

export const invite = action("members:write", schema.Invite, async (ctx, input) => {
  await inviteMember(ctx, input);
  revalidatePath("/settings/members");
});

export const withdrawInvitation = action("members:write", schema.OfInvitation, async (ctx, input) => {
  await revokeInvitation(ctx, input);
  revalidatePath("/settings/members");
});

export const saveRole = action("members:write", schema.ChangeRole, async (ctx, input) => {
  await changeRole(ctx, input);
  revalidatePath("/", "layout");
});

export const endMembership = action("members:write", schema.RemoveMember, async (ctx, input) => {
  await removeMember(ctx, input);
  revalidatePath("/settings/members");
});

export const leave = action("account:read", schema.Empty, async (ctx) => {
  await leaveAccount(ctx);
  revalidatePath("/", "layout");
});

export const addTeam = action("members:write", schema.CreateTeam, async (ctx, input) => {
  const id = await createTeam(ctx, input);
  revalidatePath("/settings/teams");
  return { id };
});

export const changeTeam = action("members:write", schema.SaveTeam, async (ctx, input) => {
  await saveTeam(ctx, input);
  revalidatePath("/settings/teams");
});

export const assignTeamMember = action("members:write", schema.TeamMember, async (ctx, input) => {
  await setTeamMember(ctx, input);
  revalidatePath("/settings/teams");
});

export const addProject = action("members:write", schema.CreateProject, async (ctx, input) => {
  const id = await createProject(ctx, input);
  revalidatePath("/settings/teams");
  return { id };
});

export const changeProject = action("members:write", schema.SaveProject, async (ctx, input) => {
  await saveProject(ctx, input);
  revalidatePath("/settings/teams");
});

/** The key itself is in the answer, this once. */
export const addKey = action("keys:write", schema.CreateKey, async (ctx, input) => {
  const created = await createKey(ctx, input);
  revalidatePath("/settings/keys");
  return created;
});

export const endKey = action("keys:write", schema.OfKey, async (ctx, input) => {
  await revokeKey(ctx, input);
  revalidatePath("/settings/keys");
});
