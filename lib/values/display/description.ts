import { parseScaled } from "../money";
import { isUtcDay } from "../time";
import { displayAmount } from "./amount";
import { shortenId } from "./shorten-id";
import { displayDay } from "./time";
import { displayUsd } from "./usd";

// An object of Stripe's, such as cs_test_a1…: nobody reads sixty characters. UUIDs and names of people's own stay.
const STRIPE_ID = /\b(?:acct|ch|cs|cus|du|dp|evt|in|pi|py|re|seti|sub)_\w{16,}/g;
// With thousands or without: what was written before there were any reads like what is written now.
const ECU = /(?<![\w.,#-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,9})?(?= ECU\b)/g;
const USD = /(?<![\w.,#$-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d{2}) USD\b/g;
const DAY = /(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])/g;
const DOLLARS = /\$(\d{1,3}(?:,\d{3})+|\d+)(\.\d{2})(?![\d.])/g;

/**
 * A description of the books for people: ids in short, amounts as the reader writes them, dollars and days as everywhere. The books keep what they say, and so do files and
 * the search.
 */
export function displayDescription(description: string): string {
  const money = (_: string, whole: string, cents: string) =>
    displayUsd(`${whole.replaceAll(",", "")}${cents}`);
  return description
    .replace(STRIPE_ID, (id) => shortenId(id))
    .replace(ECU, (found, whole: string, fraction = "") => {
      const amount = `${whole.replaceAll(",", "")}${String(fraction)}`;
      // An id that happens to be all digits is no amount of credit.
      return whole.length > 19 || parseScaled(amount, 9) === 0n
        ? found
        : displayAmount(amount, { decimals: 9 });
    })
    .replace(DAY, (day) => (isUtcDay(day) ? displayDay(day) : day))
    .replace(USD, money)
    .replace(DOLLARS, money);
}
