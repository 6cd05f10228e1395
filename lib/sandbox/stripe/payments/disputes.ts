import type Stripe from "stripe";
import { type z } from "zod";
import { listPage, listParameters } from "../server/paginate";
import { clearable, flag, mergeMetadata, metadata, parameters, text } from "../server/parameters";
import { get, post, type Resource } from "../server/route";
import { idOf } from "../store/ids";
import type { Tx } from "../tx";
import { escalateDispute, loseDispute, winDispute } from "./close-dispute";
import { openByItself } from "./open-dispute";

const PATH = "/v1/disputes";
const evidenceText = clearable(text(20_000)).optional();
const update = parameters({
  evidence: parameters({
    access_activity_log: evidenceText,
    customer_email_address: evidenceText,
    customer_name: evidenceText,
    customer_purchase_ip: evidenceText,
    product_description: evidenceText,
    refund_refusal_explanation: evidenceText,
    service_date: evidenceText,
    uncategorized_text: evidenceText,
  }).optional(),
  metadata: metadata().optional(),
  submit: flag().optional(),
});

/** Disputes. Evidence that says `winning_evidence` or `losing_evidence` decides one, as in Stripe's test mode. */
export const disputes: Resource = {
  routes: [
    get(
      PATH,
      listParameters({ charge: text().optional(), payment_intent: text().optional() }),
      (tx, { params }) =>
        listPage(
          tx,
          "dispute",
          PATH,
          params,
          (dispute) =>
            (params.charge === undefined || idOf(dispute.charge) === params.charge) &&
            (params.payment_intent === undefined || idOf(dispute.payment_intent) === params.payment_intent),
        ),
    ),
    get(`${PATH}/:id`, parameters({}), (tx, { path }) => tx.need("dispute", path.id ?? "")),
    post(`${PATH}/:id`, update, (tx, { path, params }) => answerDispute(tx, path.id ?? "", params)),
    post(`${PATH}/:id/close`, parameters({}), (tx, { path }) => loseDispute(tx, path.id ?? "")),
  ],
  tasks: { "dispute.open": openByItself },
};

function answerDispute(tx: Tx, id: string, params: z.output<typeof update>): Stripe.Dispute {
  const before = tx.need("dispute", id);
  const { evidence, submit = true } = params;
  tx.change("dispute", id, {
    evidence: { ...before.evidence, ...evidence },
    metadata: mergeMetadata(before.metadata, params.metadata),
  });
  if (evidence === undefined || !submit) return tx.need("dispute", id);
  const inquiry = before.status.startsWith("warning");
  const submitted = tx.change("dispute", id, {
    status: inquiry ? "warning_under_review" : "under_review",
    evidence_details: {
      ...before.evidence_details,
      has_evidence: true,
      submission_count: before.evidence_details.submission_count + 1,
      submission_method: "manual",
    },
  });
  tx.emit("charge.dispute.updated", submitted, { status: before.status, evidence: before.evidence });
  if (evidence.uncategorized_text === "winning_evidence") return winDispute(tx, id);
  if (evidence.uncategorized_text === "losing_evidence") return loseDispute(tx, id);
  if (evidence.uncategorized_text === "escalate_inquiry_evidence" && inquiry) return escalateDispute(tx, id);
  return submitted;
}
