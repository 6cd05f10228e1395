import { z } from "zod";
import { Id } from "@/lib/accounts/schema";
import { LimitAmount, LimitStateAnswer } from "@/lib/budgets/schema";
import { name, slug } from "@/lib/metering/schema";
import { description } from "@/lib/metering/schema-ledger";
import { NewAuthorization, Operations } from "@/lib/metering/preflight/schema";
import { UNITS } from "@/lib/values/ids";
import { isReturnUrl } from "./rules/return-url";
import { APPROVAL_STATUSES } from "./rules/status";

const DAY = 86_400;
const MONTH = 30 * DAY;

const seconds = (meaning: string, most: number) =>
  z
    .int("is a number of seconds")
    .min(1, "is at least one second")
    .max(most, `is at most ${most} seconds`)
    .describe(meaning);

const { operations, amount, unit, feature, member, team, project } = NewAuthorization.shape;

/** What a person is told about any request, and who it is for. */
const request = {
  title: description
    .max(200, "has more than 200 characters")
    .describe("What it is, for the person who decides."),
  reason: z
    .string()
    .trim()
    .max(1_000, "has more than 1000 characters")
    .regex(/^[^\p{Cs}\p{Co}\p{Cn}\p{Bidi_C}\0]*$/u, "holds characters that cannot be shown")
    .default("")
    .describe("Why it is needed."),
  ...{ member, team, project },
  return_url: z
    .string()
    .max(2_000, "has more than 2000 characters")
    .refine(isReturnUrl, "is an https address without credentials (http on localhost)")
    .optional()
    .describe("Where the person goes afterwards, with approval=<id>&status=approved|declined added."),
  expires_in: seconds("Seconds within which it can be decided.", MONTH).default(DAY),
};

/** `POST /api/v1/approvals`: a person is asked to agree to what a job costs at most. */
export const NewApproval = z
  .strictObject({
    ...request,
    ...{ operations, amount, unit, feature },
    hold_for: seconds("Seconds for which the worst case is held, once approved.", MONTH).default(3_600),
  })
  .refine((body) => (body.amount === undefined) !== (body.operations === undefined), {
    path: ["amount"],
    message: "stands instead of operations: send one of the two",
  })
  .refine(({ unit: of, amount: text = "1" }) => of === "credit" || /^[0-9]+$/.test(text), {
    path: ["amount"],
    message: "is a whole number of tool runs",
  });
export type NewApproval = z.output<typeof NewApproval>;

/** What a person has seen a price of, and now approves or asks for. */
export const PreviewedWork = z.strictObject({
  ...{ title: request.title, reason: request.reason, member, team, project },
  operations: Operations,
  hold_for: NewApproval.shape.hold_for,
  seen: z.string().max(40).describe("The worst case that the page showed."),
  key: z.uuid().describe("One for each request, so that a second click is the same one."),
});
export type PreviewedWork = z.output<typeof PreviewedWork>;

/** `POST /api/v1/mandates`: an agent asks to spend within limits for a while. */
export const NewMandate = z.strictObject({
  ...request,
  limit: LimitAmount.describe("The most ECU that may be spent under it, as a decimal string."),
  models: z
    .array(name("A model, as calls name it."))
    .max(50, "has more than 50 models")
    .default([])
    .describe("The only models that it is good for; empty for any."),
  features: z
    .array(slug("A feature of the rate card."))
    .max(50, "has more than 50 features")
    .default([])
    .describe("The only features that it is good for; empty for any."),
  lasts: seconds("Seconds that it lasts, once approved; 30 days at most.", MONTH).default(3_600),
});
export type NewMandate = z.output<typeof NewMandate>;

/** An id in a path that is no uuid is the id of nothing. */
export const ApprovalParams = z.object({ id: z.string() });
export const OfApproval = z.strictObject({ id: Id });

const requested = {
  id: z.uuid(),
  status: z
    .enum(APPROVAL_STATUSES)
    .describe("expired: nobody decided in time. ended: a mandate's time is over."),
  url: z.url().describe("Where a person decides."),
  title: z.string(),
  reason: z.string(),
  member: z.string(),
  team: z.string(),
  project: z.string(),
  return_url: z.string().nullable(),
  requested_at: z.iso.datetime(),
  requested_by: z.string(),
  decide_by: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
  decided_by: z.string().nullable(),
};

/** A job's approval as programs see it. */
export const ApprovalAnswer = z.object({
  kind: z.literal("job"),
  ...requested,
  unit: z.enum(UNITS),
  amount: z.string().describe("The worst case, which is held once approved."),
  breakdown: z.array(
    z.object({
      description: z.string(),
      feature: z.string(),
      count: z.int(),
      each: z.string(),
      amount: z.string(),
      steps: z.array(z.string()),
      rate_card: z.int(),
    }),
  ),
  hold_for: z.int(),
  authorization_id: z
    .uuid()
    .nullable()
    .describe("The hold, once approved: capture or release it as any authorization."),
});
export type ApprovalAnswer = z.output<typeof ApprovalAnswer>;

/** A mandate as it stands. */
export const MandateAnswer = LimitStateAnswer.extend({
  kind: z.literal("mandate"),
  ...requested,
  models: z.array(z.string()),
  features: z.array(z.string()),
  lasts: z.int(),
  valid_until: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable().describe("When it was revoked."),
});
export type MandateAnswer = z.output<typeof MandateAnswer>;
