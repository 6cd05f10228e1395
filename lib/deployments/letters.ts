import type { Tx } from "@/lib/db/transaction";
import type { LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { formatCredits } from "@/lib/values/money";
import { OUT_OF_CREDIT, readRoom } from "./policy";
import { titleOf } from "./rules/describe";
import type { Telling } from "./tell-later";
import { RESOURCE_KINDS } from "./schema";

type Content = Omit<LetterContent, "template">;

/** What a letter says; null when there is nothing to say any more. */
export async function contentOf(tx: Tx, telling: Telling): Promise<Content | null> {
  const { name } = await tx.account.findUniqueOrThrow({
    where: { id: telling.accountId },
    select: { name: true },
  });
  const footnote = `You get this because you answer for the money of ${name}. Account ID ${telling.accountId}.`;
  const content = await LETTERS[telling.about](tx, telling, name);
  return content && { ...content, footnote };
}

type Body = Omit<Content, "footnote">;

const LETTERS: Readonly<
  Record<Telling["about"], (tx: Tx, telling: Telling, account: string) => Promise<Body | null>>
> = { deployed, undeployed, interrupted, low, negative };

const NOUNS: Readonly<Record<string, string>> = {
  guardrail: "guardrail",
  custom_script: "custom script",
  deployment: "deployment",
};

async function resourceTold(tx: Tx, { accountId, id: told }: Telling) {
  const [kindSaid, id = "", no] = told.split("/");
  const kind = RESOURCE_KINDS.find((one) => one === kindSaid);
  if (!kind) return null;
  const [resource, change] = await Promise.all([
    tx.resource.findUnique({ where: { accountId_kind_id: { accountId, kind, id } } }),
    tx.resourceStatusChange.findUnique({
      where: { accountId_kind_id_no: { accountId, kind, id, no: Number(no) } },
    }),
  ]);
  return resource && change && { resource, change, noun: NOUNS[kind] ?? kind };
}

async function deployed(tx: Tx, telling: Telling, account: string): Promise<Body | null> {
  const found = await resourceTold(tx, telling);
  if (!found) return null;
  const { resource, change, noun } = found;
  return {
    subject: `${resource.name} is deployed`,
    heading: `${resource.name} is deployed`,
    paragraphs: [
      `The ${noun} ${resource.name} of ${account} runs since ${timeOf(change.at)} and is billed for the time that it runs.`,
      resource.endpoint
        ? `Its endpoint: ${resource.endpoint}`
        : "It has no endpoint of its own: it is used where it is configured.",
    ],
    button: usageLink(telling.accountId),
  };
}

async function undeployed(tx: Tx, telling: Telling, account: string): Promise<Body | null> {
  const found = await resourceTold(tx, telling);
  if (!found) return null;
  const { resource, change, noun } = found;
  const why = change.note ? ` (${change.note})` : "";
  return {
    subject: `${resource.name} is ${change.status}`,
    heading: `${resource.name} is ${change.status}`,
    paragraphs: [
      `The ${noun} ${resource.name} of ${account} runs no more since ${timeOf(change.at)}${why}. What its hold did not use was given back.`,
    ],
    button: usageLink(telling.accountId),
  };
}

async function interrupted(tx: Tx, { accountId, id }: Telling, account: string): Promise<Body | null> {
  const instance = await tx.instance.findUnique({ where: { accountId_id: { accountId, id } } });
  if (instance?.status !== "interrupted") return null;
  const { negativeLimit } = await readRoom(tx, accountId);
  return {
    subject: `${titleOf(instance)} was stopped: no credits are left`,
    heading: "A deployment was interrupted",
    paragraphs: [
      OUT_OF_CREDIT,
      `${titleOf(instance)} of ${account} was stopped at ${timeOf(instance.stoppedAt ?? new Date())}, because the balance passed its negative limit of ${formatCredits(negativeLimit)} ECU.`,
      "Credit below zero is taken from what you add next. Start the deployment again once credit is there.",
    ],
    button: buyLink(accountId),
  };
}

async function low(tx: Tx, { accountId }: Telling, account: string): Promise<Body> {
  const { balance, lowLimit, negativeLimit } = await readRoom(tx, accountId);
  return {
    subject: "Credits are low: new deployments are disabled",
    heading: "Credits are below the low limit",
    paragraphs: [
      `The balance of ${account} is ${formatCredits(balance)} ECU, below its low limit of ${formatCredits(lowLimit)} ECU. New deployments are disabled until credit is added.`,
      `What runs goes on until the balance passes ${formatCredits(negativeLimit)} ECU. Then it is stopped.`,
    ],
    button: buyLink(accountId),
  };
}

async function negative(tx: Tx, { accountId }: Telling, account: string): Promise<Body> {
  const { balance, negativeLimit } = await readRoom(tx, accountId);
  return {
    subject: "The balance is negative: deployments may be interrupted",
    heading: "The balance is below zero",
    paragraphs: [
      `The balance of ${account} is ${formatCredits(balance)} ECU. What runs goes on for now, and is stopped when the balance passes its negative limit of ${formatCredits(negativeLimit)} ECU.`,
      "Credit below zero is taken from what you add next.",
    ],
    button: buyLink(accountId),
  };
}

function timeOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function usageLink(accountId: string): Body["button"] {
  return { label: "See its usage", href: linkTo(`/usage?account=${accountId}`) };
}

function buyLink(accountId: string): Body["button"] {
  return { label: "Add credit", href: linkTo(`/billing?account=${accountId}`) };
}
