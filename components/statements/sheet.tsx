import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { UtcTime } from "@/components/ui/utc-time";
import { countryName } from "@/lib/accounts/rules/country";
import type { SignedDocument } from "@/lib/reports/statements/schema";

/** A page of paper: its head says what it is, who made it and who it is made out to. On a printer it is all that is printed. */
export function Sheet({
  title,
  subtitle,
  document,
  children,
}: {
  title: string;
  subtitle: ReactNode;
  document: SignedDocument;
  children: ReactNode;
}) {
  const { account, issuer, issued_at: issuedAt } = document;
  return (
    <article
      data-sheet
      aria-label={title}
      className="mx-auto max-w-[52rem] rounded-lg border bg-surface px-5 py-6 sm:px-10 sm:py-9"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 text-sm text-ink-muted">{subtitle}</p>
        </div>
        <div className="text-right text-xs text-ink-muted max-sm:text-left">
          <Logo className="justify-end text-ink max-sm:justify-start" />
          <p className="mt-1">{new URL(issuer).host}</p>
        </div>
      </header>
      <div className="mt-6 grid gap-x-8 gap-y-4 border-y py-4 text-sm sm:grid-cols-2 print:grid-cols-2">
        <MadeOutTo account={account} />
        <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 sm:justify-self-end print:justify-self-end">
          <dt className="text-ink-muted">Account</dt>
          <dd className="wrap-anywhere">{account.name}</dd>
          <dt className="text-ink-muted">Account ID</dt>
          <dd className="font-mono text-xs leading-5 wrap-anywhere">{account.id}</dd>
          <dt className="text-ink-muted">Issued</dt>
          <dd>
            <UtcTime at={issuedAt} />
          </dd>
        </dl>
      </div>
      {children}
    </article>
  );
}

function MadeOutTo({ account: { name, billing } }: { account: SignedDocument["account"] }) {
  if (!billing)
    return (
      <address className="not-italic">
        <p className="text-xs text-ink-muted">Made out to</p>
        <p className="mt-1 font-medium wrap-anywhere">{name}</p>
      </address>
    );
  const city = [billing.postal_code, billing.city].filter(Boolean).join(" ");
  const lines = [billing.line1, billing.line2, [city, billing.state].filter(Boolean).join(", ")];
  return (
    <address className="not-italic">
      <p className="text-xs text-ink-muted">Made out to</p>
      <p className="mt-1 font-medium wrap-anywhere">{billing.name}</p>
      {lines.filter(Boolean).map((line, index) => (
        <p key={index} className="wrap-anywhere">
          {line}
        </p>
      ))}
      <p>{countryName(billing.country)}</p>
      {billing.tax_id && <p className="mt-1 text-ink-muted">Tax ID {billing.tax_id}</p>}
    </address>
  );
}
