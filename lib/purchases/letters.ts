import { type LetterContent } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { displayAmount } from "@/lib/values/display/amount";

type Content = Omit<LetterContent, "template">;

/** What was paid and what it gave, as a receipt says it. Amounts are ready to be read. */
export interface ReceiptFacts {
  accountId: string;
  accountName: string;
  /** "R-000042". */
  number: string;
  what: string;
  paid: string;
  tax: string | null;
  /** Decimal strings of ECU. */
  credits: string;
  balanceAfter: string;
  transactionId: string;
  /** The ledger's seal of the row, in hex: whoever keeps it can see that nothing before it was changed. */
  seal: string;
  paymentId: string;
}

/** A receipt. */
export function receiptLetter(facts: ReceiptFacts): Content {
  const { accountId, accountName, number, what, paid, tax, credits, balanceAfter, transactionId, seal } =
    facts;
  return {
    subject: `Receipt ${number}: ${paid} for ${displayAmount(credits)} ECU`,
    heading: `${displayAmount(credits)} ECU added`,
    paragraphs: [
      `${accountName} paid ${paid}${tax ? `, of which ${tax} is tax` : ""}, for ${what}.`,
      `The balance after it is ${displayAmount(balanceAfter)} ECU.`,
      `Receipt ${number}. Payment ${facts.paymentId}. Transaction ${transactionId}.`,
      `Seal of the ledger at this transaction: ${seal}`,
    ],
    button: { label: "Open the receipt", href: paperLink(accountId, transactionId) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}

/** A credit note: money is paid back, and its credit is withdrawn. */
export function refundLetter(facts: {
  accountId: string;
  accountName: string;
  /** "CN-000007" and "R-000042". */
  number: string;
  receipt: string;
  amount: string;
  credits: string;
  balanceAfter: string;
  transactionId: string;
}): Content {
  const { accountId, accountName, number, receipt, amount, credits, balanceAfter, transactionId } = facts;
  return {
    subject: `Credit note ${number}: ${amount} is paid back`,
    heading: `${amount} is paid back`,
    paragraphs: [
      `${amount} of receipt ${receipt} is paid back to ${accountName}, and its credit, ${displayAmount(credits)} ECU, was withdrawn. A bank takes up to ten days.`,
      `The balance after it is ${displayAmount(balanceAfter)} ECU.`,
    ],
    button: { label: "Open the credit note", href: paperLink(accountId, transactionId) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}

/** A payment on which a bank was at work, and which came to nothing. */
export function failedLetter(facts: {
  accountId: string;
  accountName: string;
  credits: string;
  price: string;
}): Content {
  const { accountId, accountName, credits, price } = facts;
  return {
    subject: `Your payment of ${price} did not go through`,
    heading: "Your payment did not go through",
    paragraphs: [
      `The bank did not pay the ${price} for ${displayAmount(credits)} ECU of ${accountName}. Nothing was charged, and no credit was added.`,
      "Buy again with a card or another account.",
    ],
    button: { label: "Buy ECU", href: linkTo(`/billing/buy?account=${accountId}`) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}

/** A dispute that has taken its money. */
export function disputeLetter(facts: {
  accountId: string;
  accountName: string;
  amount: string;
  credits: string;
  reason: string;
  transactionId: string;
}): Content {
  const { accountId, accountName, amount, credits, reason, transactionId } = facts;
  return {
    subject: `A payment of ${amount} is disputed`,
    heading: "A payment is disputed",
    paragraphs: [
      `A bank took back ${amount} that ${accountName} had paid; the reason given is: ${reason.replaceAll("_", " ")}. Its credit, ${displayAmount(credits)} ECU, was withdrawn until this is decided; other credit can be used as before.`,
      "Auto-recharge waits meanwhile. If the dispute is a mistake, ask the bank to withdraw it: the credit comes back then.",
    ],
    button: { label: "See the transaction", href: rowLink(accountId, transactionId) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}

/** The bank has decided a dispute that took money. */
export function disputeOverLetter(facts: {
  accountId: string;
  accountName: string;
  amount: string;
  credits: string;
  /** Whether the money, and so the credit, came back. */
  isBack: boolean;
  transactionId: string;
}): Content {
  const { accountId, accountName, amount, credits, isBack, transactionId } = facts;
  const written = `${displayAmount(credits)} ECU`;
  return {
    subject: `The dispute over ${amount} is decided`,
    heading: isBack ? "The payment stands" : "The payment does not stand",
    paragraphs: [
      isBack
        ? `The bank has decided that ${accountName}’s payment of ${amount} stands. Its credit, ${written}, is back in the balance.`
        : `The bank has decided that ${accountName}’s payment of ${amount} does not stand: the money stays with whoever paid it, and its credit, ${written}, stays withdrawn.`,
    ],
    button: { label: "See the transaction", href: rowLink(accountId, transactionId) },
    footnote: `You get this because you answer for the money of ${accountName}. Account ID ${accountId}.`,
  };
}

/** Somebody wants to talk about volume. For operators. */
export function leadLetter(facts: {
  accountId: string;
  accountName: string;
  name: string;
  email: string;
  company: string;
  volume: string;
  message: string;
}): Content {
  const { accountId, accountName, name, email, company, volume, message } = facts;
  const rows = [
    ["Company", company],
    ["Volume", volume],
    ["Message", message],
  ];
  return {
    subject: `${name} asks about volume credit`,
    heading: `${name} asks about volume credit`,
    paragraphs: [
      `${name} <${email}> of the account ${accountName} (${accountId}) wants to talk.`,
      ...rows.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : [])),
    ],
    button: { label: "See all leads", href: linkTo("/admin/leads") },
    footnote: "You get this because you are an operator of this installation.",
  };
}

function paperLink(accountId: string, transactionId: string): string {
  return linkTo(`/billing/receipts/${transactionId}?account=${accountId}`);
}

function rowLink(accountId: string, transactionId: string): string {
  return linkTo(`/billing?account=${accountId}&explain=${transactionId}`);
}
