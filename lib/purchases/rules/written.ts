import { formatCredits, type Nano } from "@/lib/values/money";
import { usdOfCents } from "./cents";

// What goes into the books, into mails and to other systems is written in one way for everybody, whoever's request it is written in.

/** Money: "$1,250.00". */
export function writtenUsd(cents: bigint): string {
  return `$${grouped(usdOfCents(cents))}`;
}

/** A price as a decimal of dollars, with every digit that it has and at least two decimals: "0.10", "0.095". */
export function writtenPrice(usd: string): string {
  const [whole = "0", fraction = ""] = usd.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/** Credit, exact: "5,001", "12,345.678901234". */
export function writtenCredits(credits: Nano): string {
  return grouped(formatCredits(credits));
}

function grouped(decimal: string): string {
  const [whole = "", ...fraction] = decimal.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}
