import type { Metadata } from "next";
import { ContractForm } from "@/components/admin/contract-form";
import { LeadAsked } from "@/components/admin/lead-asked";
import { idOf, oneOf } from "@/components/admin/link-with";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { readLead } from "@/lib/purchases/leads";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New contract" };

/** A contract for anybody, or the one that a lead leads to: then what was asked for stands above it. */
export default async function NewContractPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const [asked, leadId] = [oneOf(query.account), idOf(query.lead)];
  const [account, lead, left] = await Promise.all([
    accountMeant(operator, asked),
    leadId === undefined ? null : readLead(operator, leadId),
    readLeftToday(operator),
  ]);
  return (
    <div className="space-y-5">
      {lead && <LeadAsked lead={lead} />}
      <ContractForm account={account} accountText={asked ?? ""} left={left.credit} />
    </div>
  );
}
