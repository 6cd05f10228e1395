import type { Metadata } from "next";
import { AccountNameForm, LeaveAccount } from "@/components/settings/account-forms";
import { BillingForm } from "@/components/settings/billing-form";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { UtcTime } from "@/components/ui/utc-time";
import { readBillingDetails } from "@/lib/accounts/billing-details";
import { countriesByName } from "@/lib/accounts/rules/country";
import { readAccount } from "@/lib/accounts/read-account";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const ctx = await pageContext();
  const [{ id, name, createdAt }, billing] = await Promise.all([readAccount(ctx), readBillingDetails(ctx)]);
  return (
    <div className="space-y-5">
      <AccountNameForm key={id} accountId={id} name={name} mayWrite={ctx.permissions.has("account:write")} />
      <BillingForm
        key={`billing ${id} ${JSON.stringify(billing)}`}
        accountId={id}
        details={billing}
        countries={countriesByName()}
        mayWrite={ctx.permissions.has("billing:write")}
      />
      <Card title="Account ID" description="Support asks for it, and platform keys name the account by it.">
        <CopyId id={id} label="account id" full />
        <p className="mt-2 text-xs text-ink-muted">
          Opened <UtcTime at={createdAt.toISOString()} />
        </p>
      </Card>
      <Card
        title="Leave"
        description="Ends your own membership. An account is never without an owner, so the last one cannot leave."
        actions={<LeaveAccount accountId={id} name={name} />}
      />
    </div>
  );
}
