import type { Metadata } from "next";
import { oneOf } from "@/components/admin/link-with";
import { ReRateForm } from "@/components/admin/re-rates/re-rate-form";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { readLeftToday } from "@/lib/backoffice/limits/daily-limit";
import { listVersions } from "@/lib/metering/drafts/versions";
import { pageOperator } from "@/lib/web/session";

export const metadata: Metadata = { title: "New re-rate" };

export default async function NewReRatePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const asked = oneOf(query.account);
  const [versions, account, left] = await Promise.all([
    listVersions(operator),
    accountMeant(operator, asked),
    readLeftToday(operator),
  ]);
  return (
    <ReRateForm
      versions={versions.map(({ version, accountId, note }) => ({
        version,
        isOwn: accountId !== null,
        note,
      }))}
      account={account}
      accountText={asked ?? ""}
      left={left.credit}
    />
  );
}
