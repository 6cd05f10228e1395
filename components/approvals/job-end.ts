import type { JobEnd } from "@/lib/approvals/read-job-end";
import { parseCredits } from "@/lib/values/money";
import type { Unit } from "@/lib/values/ids";
import { amountInWords } from "./approval";

/** What became of what was held for a job, in a sentence. */
export function jobEndInWords({ status, held, used }: JobEnd, unit: Unit): string {
  const most = amountInWords(held, unit);
  switch (status) {
    case "open":
      return `${most} are held for it. What the work really uses is charged, and the rest goes back.`;
    case "released":
      return `Nothing of it was used: the ${most} that were held went back.`;
    case "expired":
      return `Its time was over before anything was charged: the ${most} that were held went back.`;
    case "captured": {
      const spent = used ?? "0";
      const charged = amountInWords(spent, unit);
      const over = parseCredits(spent) - parseCredits(held);
      if (over > 0n) return `${charged} were charged, more than the ${most} that were held.`;
      return over === 0n
        ? `All of the ${most} that were held was charged.`
        : `${charged} were charged of the ${most} that were held; the rest went back.`;
    }
  }
}
