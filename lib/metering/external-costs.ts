import { type Context, requirePermission } from "@/lib/values/context";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { transactionId } from "@/lib/values/ids";
import { ZERO } from "@/lib/values/money";
import { invalid, Refusal } from "@/lib/values/refusal";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { idOf, requireBatch } from "./batch";
import { ownHold } from "./preflight/authorizations";
import { settleWork } from "./preflight/settle-work";
import { tariffsOf } from "./rate-cards";
import { firstFault } from "./read-event";
import { recordUsage } from "./record";
import { isGatewayEvent, TAKEN_BY_GATEWAY } from "./rules/gateway-names";
import { formatAmount } from "./rules/price";
import { ExternalCostInput } from "./schema-external";
import { charged, refused, replayed, type UsageAnswer } from "./usage-answer";

/** What a run of a paid external API is, where its report does not say. */
const FEATURE = "lead_signal_fetch";
const OPERATION = "external_api";
/** How many authorizations are settled at once. */
const SETTLED_TOGETHER = 50;
const NOT_CREDIT =
  "is counted in tool runs: what costs dollars is charged as a feature that is priced in credit";

interface Ready {
  index: number;
  input: ExternalCostInput;
}

/**
 * Meters one to a thousand runs of paid external APIs the way calls of models are: each becomes a usage event that is charged cost × markup, or
 * settles its authorization with that. Each is answered on its own; known ids are never charged twice.
 * @throws Refusal `too_large`, `invalid_request` for a batch that is none, `unavailable`
 */
export async function recordExternalCosts(ctx: Context, costs: readonly unknown[]): Promise<UsageAnswer[]> {
  requirePermission(ctx, "usage:write");
  requireBatch("costs", costs);
  const answers = new Array<UsageAnswer>(costs.length);
  const keep = (index: number, answer: UsageAnswer) => (answers[index] = placed(answer, index));
  const inCredit = await creditFeatures(ctx);
  const ready: Ready[] = [];
  for (const [index, cost] of costs.entries()) {
    const { data: input, error } = ExternalCostInput.safeParse(cost, FAULT_WORDS);
    const fault = error
      ? firstFault(error, cost)
      : inCredit(input.feature ?? FEATURE)
        ? null
        : { field: "feature", message: NOT_CREDIT };
    if (fault) keep(index, refused(index, idOf(cost), "invalid_request", fault.field, fault.message));
    else if (input) ready.push({ index, input });
  }
  const free = ready.filter(({ input }) => input.authorization === undefined);
  const held = ready.filter(({ input }) => input.authorization !== undefined);
  if (free.length > 0) {
    const recorded = await recordUsage(
      ctx,
      free.map(({ input }) => ({ feature: FEATURE, ...eventOf(input), enforce: input.enforce })),
    );
    for (const [at, { index }] of free.entries()) if (recorded[at]) keep(index, recorded[at]);
  }
  for (let from = 0; from < held.length; from += SETTLED_TOGETHER) {
    const some = held.slice(from, from + SETTLED_TOGETHER);
    const settled = await Promise.all(some.map((one) => settle(ctx, one)));
    for (const answer of settled) keep(answer.index, answer);
  }
  return answers;
}

/** A cost in dollars is charged in credit: under a feature of tool runs it would be paid by nobody. */
async function creditFeatures(ctx: Context): Promise<(feature: string) => boolean> {
  const now = new Date();
  const tariff = (await tariffsOf(ctx.accountId, [now]))(now);
  return (feature) =>
    tariff.every((card) => (card.entries.get(feature) ?? []).every(({ unit }) => unit === "credit"));
}

/** As a usage event. What is not said has no place in it, so that it is as it was authorized. */
function eventOf(input: ExternalCostInput): Record<string, unknown> {
  const { authorization: _hold, enforce: _enforce, ...said } = input;
  return { operation: OPERATION, ...said };
}

async function settle(ctx: Context, { index, input }: Ready): Promise<UsageAnswer> {
  const { id, authorization = "" } = input;
  try {
    requirePermission(ctx, "authorizations:write");
    if (isGatewayEvent(id)) throw invalid("id", TAKEN_BY_GATEWAY);
    if ((await ownHold(ctx, authorization)).unit !== "credit") {
      return refused(index, id, "invalid_request", "authorization", "holds tool runs, which pay for no cost");
    }
    const {
      hold,
      event,
      transactions: [row],
      replayed: known,
    } = await settleWork(ctx, authorization, {
      used: { usage: eventOf(input) },
      eventId: id,
      overage: "charge",
    });
    const transaction = row ? transactionId(row) : null;
    const charge = formatAmount(hold.unit, hold.used ?? ZERO);
    const answer = { charge, unit: hold.unit, transactionId: transaction };
    if (known) return replayed(index, id, answer);
    return charged(index, id, { ...answer, costUsd: formatUsd(picoUsd(event.costUsd)) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedSettlement(index, id, error);
  }
}

function refusedSettlement(index: number, id: string, { code, message, faults }: Refusal): UsageAnswer {
  const [fault] = faults;
  if (fault) return refused(index, id, code, fault.field.replace(/^usage\./, ""), fault.message);
  return refused(index, id, code, code === "not_found" ? "authorization" : null, message);
}

/** Where it stands among the costs that were sent. */
function placed(answer: UsageAnswer, index: number): UsageAnswer {
  const { field } = answer;
  return {
    ...answer,
    index,
    ...(field !== undefined && { field: field.replace(/^events\.\d+/, `costs.${index}`) }),
  };
}
