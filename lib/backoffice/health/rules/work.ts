import { plural } from "@/lib/values/display/count";
import type { Check } from "./checks";
import type { Figures } from "./figures";

/** What waits for a person: not a fault of the installation, but today's work. Empty when nothing does. */
export function workOf({ work }: Figures): Check[] {
  const { newLeads, overdueInvoices, disputes, corrections, reRates } = work;
  return [
    corrections > 0 && {
      name: "Corrections",
      state: "warn" as const,
      words: `${plural(corrections, "proposal")} waiting for a second operator.`,
      href: "/admin/corrections",
    },
    reRates > 0 && {
      name: "Re-rates",
      state: "warn" as const,
      words: `${plural(reRates, "proposal")} waiting for a second operator.`,
      href: "/admin/re-rates",
    },
    newLeads > 0 && {
      name: "Leads",
      state: "warn" as const,
      words: `${plural(newLeads, "lead")} without an answer.`,
      href: "/admin/leads",
    },
    overdueInvoices > 0 && {
      name: "Contracts",
      state: "warn" as const,
      words: `${plural(overdueInvoices, "invoice")} past due.`,
      href: "/admin/contracts",
    },
    disputes > 0 && {
      name: "Disputes",
      state: "warn" as const,
      words: `${plural(disputes, "dispute")} to answer in Stripe’s dashboard.`,
      href: "/admin/events",
    },
  ].filter((check) => check !== false);
}
