import { z } from "zod";
import { askMandate } from "@/lib/approvals/ask-mandate";
import { readMandate } from "@/lib/approvals/read-mandates";
import { MandateAnswer, NewMandate } from "@/lib/approvals/schema";
import { tool } from "../tool";

export const requestMandate = tool({
  name: "request_mandate",
  title: "Ask to spend",
  description:
    "Asks a person of the account for a mandate: to spend up to a limit, for some models and features, for a while. Give the person the url, where they " +
    "approve or decline. Once approved, send the mandate's id as `mandate` with each authorization, usage event or call; every charge carries it.",
  scope: "authorizations:write",
  input: z.strictObject({
    ...NewMandate.shape,
    idempotency_key: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("Your own name for this request: asked again under it, it is the same mandate."),
  }),
  output: MandateAnswer,
  readOnly: false,
  run: (ctx, { idempotency_key: key, ...request }) => askMandate(ctx, request, key ?? null),
});

export const getMandate = tool({
  name: "get_mandate",
  title: "Read a mandate",
  description:
    "How a mandate stands: whether it was approved, what is spent and held under it, what remains, until when.",
  scope: "authorizations:write",
  input: z.strictObject({ id: z.string().max(80).describe("The mandate's id.") }),
  output: MandateAnswer,
  readOnly: true,
  run: (ctx, { id }) => readMandate(ctx, id),
});
