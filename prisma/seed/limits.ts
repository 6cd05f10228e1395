import { approve } from "@/lib/approvals/approve";
import { askApproval } from "@/lib/approvals/ask-approval";
import { askMandate } from "@/lib/approvals/ask-mandate";
import { NewApproval, NewMandate } from "@/lib/approvals/schema";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { recordUsage } from "@/lib/metering/record";
import { type Context, PERMISSIONS_OF_ROLE } from "@/lib/values/context";
import type { Company } from "./companies";

const WEEK = 7 * 86_400;

/** Sets a company's budgets, and what its agents and jobs ask its people for: one mandate in use, one mandate and one job to be decided. */
export async function setLimits(
  ctx: Context,
  service: Context,
  company: Company,
  owner: { userId: string; email: string; name: string },
): Promise<void> {
  for (const budget of company.budgets) await createBudget(ctx, NewBudget.parse(budget));
  if (!company.agents) return;
  const person: Context = {
    ...ctx,
    actor: { kind: "member", role: "owner", sessionId: "", ...owner },
    permissions: new Set(PERMISSIONS_OF_ROLE.owner),
  };
  await mandateInUse(service, person);
  await askMandate(service, NewMandate.parse({ ...NIGHTLY, expires_in: WEEK }), "demo-nightly");
  await askApproval(service, NewApproval.parse({ ...EVALUATION, expires_in: WEEK }), "demo-evaluation");
}

async function mandateInUse(service: Context, person: Context): Promise<void> {
  const { id } = await askMandate(service, NewMandate.parse(TRIAGE), "demo-triage");
  await approve(person, { id });
  await recordUsage(
    service,
    Array.from({ length: 12 }, (_, index) => ({
      id: `triage-${index + 1}`,
      model: "gpt-4o-mini",
      operation: "chat",
      input_tokens: 900 + 137 * index,
      output_tokens: 180 + 29 * index,
      project: "code-review",
      mandate: id,
    })),
  );
}

const TRIAGE = {
  title: "Triage agent: label new issues",
  reason: "Reads each new issue once and suggests labels. Stops when the week is over.",
  limit: "25",
  models: ["gpt-4o-mini"],
  features: ["model_inference"],
  project: "code-review",
  lasts: WEEK,
};

const NIGHTLY = {
  title: "Nightly research agent",
  reason: "Wants to compare three models on the judge benchmark over night.",
  limit: "50",
  models: ["gpt-4o", "claude-sonnet-4-5", "gemini-2.5-pro"],
  project: "judge-bench",
  lasts: 86_400,
};

const EVALUATION = {
  title: "Evaluation run: atlas regression suite",
  reason: "240 conversations, answered by gpt-4o with at most 800 tokens each.",
  operations: [
    { model: "gpt-4o", operation: "chat", input_tokens: 3_200, max_output_tokens: 800, count: 240 },
  ],
  project: "atlas",
  hold_for: 86_400,
};
