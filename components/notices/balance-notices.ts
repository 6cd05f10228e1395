import type { AlertNotices } from "@/lib/alerts/read-banners";
import type { DeploymentNotices } from "@/lib/deployments/read-notices";
import type { WalletSummary } from "@/lib/metering/read-wallet";
import { displayAmount } from "@/lib/values/display/amount";
import { parseScaled } from "@/lib/values/money";
import type { Notice } from "./notice";

const DECIMALS = 9;
const ADD_CREDIT = { label: "Add credit", href: "/billing/buy" };

/** What was stopped for want of credit, in the platform's own sentence, or that nothing new is deployed below the low limit. */
export function deploymentNotices(
  { available }: Pick<WalletSummary, "available">,
  { stopped, message, low_limit }: DeploymentNotices,
): Notice[] {
  const left = parseScaled(available, DECIMALS);
  const of = { step: ADD_CREDIT, putAway: null };
  if (stopped.length > 0 && left <= 0n) {
    const what = stopped.length === 1 ? stopped[0] : "Deployments";
    return [{ ...of, key: "stopped", tone: "bad", title: `${what} stopped.`, text: message }];
  }
  if (left <= 0n || left >= parseScaled(low_limit, DECIMALS)) return [];
  return [
    {
      ...of,
      key: "low limit",
      tone: "warn",
      title: "New deployments are disabled.",
      text: `${displayAmount(available)} ECU are available, below the low limit of ${displayAmount(low_limit)} ECU. What runs goes on.`,
    },
  ];
}

/** While there is no credit: what has stopped and what goes on. Also that free credit expired unused, where none was ever bought. */
export function frozenNotices(
  { balance, allocation, status }: Pick<WalletSummary, "balance" | "allocation" | "status">,
  expired: AlertNotices["expired"],
): Notice[] {
  const isFrozen = status === "exhausted";
  if (!isFrozen && expired === null) return [];
  const isOwed = balance.startsWith("-");
  return [
    {
      key: "frozen",
      tone: "bad",
      title:
        expired !== null
          ? `Your free credits have expired: ${displayAmount(expired)} ECU were left.`
          : isOwed
            ? `Credit is at ${displayAmount(balance)} ECU.`
            : allocation === "0"
              ? "There is no credit in this account."
              : "100 % of your credits are used.",
      text: [
        isFrozen
          ? "Holds, and calls that ask for credit first, are refused until credit is added. Work that has already run is still charged, and everything else works as before."
          : "Add credit that is yours to keep, so that nothing is interrupted.",
        isOwed && "What is owed is taken from the credit that is added next.",
      ]
        .filter(Boolean)
        .join(" "),
      step: ADD_CREDIT,
      putAway: null,
    },
  ];
}

/** What the balance and the budgets have come to. */
export function alertNotices({ banners }: Pick<AlertNotices, "banners">): Notice[] {
  return banners.map(({ topic, series, rank, isFixed, tone, title, text, button }) => ({
    // Another threshold or another allocation is another banner, also for whoever has just put this one away.
    key: `${topic} ${series} ${rank}`,
    ...{ tone, title, text },
    step: button,
    putAway: isFixed ? null : { topic, series, rank },
  }));
}
