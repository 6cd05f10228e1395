import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { UtcTime } from "@/components/ui/utc-time";
import { countryName } from "@/lib/accounts/rules/country";
import type { ReceiptDocument, StatementDocument } from "@/lib/reports/statements/schema";

type Document = ReceiptDocument | StatementDocument;

/** A page of paper: its head says what it is, who issues it and who it is made out to. On a printer it is all that is printed. */
export function Sheet({
  title,
  subtitle,
  document,
  children,
}: {
  title: string;
  subtitle: ReactNode;
  document: Document;
  children: ReactNode;
}) {
  const { account, issuer, issued_at: issuedAt, issued_by: company } = document;
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
        {company && (
          <Address label="Issued by" name={company.name} lines={company.address} taxId={company.tax_id} />
        )}
        <MadeOutTo account={account} />
        <dl
          className={
            company
              ? "flex flex-wrap gap-x-6 gap-y-1 text-xs sm:col-span-2 print:col-span-2"
              : "grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 sm:justify-self-end print:justify-self-end"
          }
        >
          <Fact name="Account" isInline={company !== null}>
            <span className="wrap-anywhere">{account.name}</span>
          </Fact>
          <Fact name="Account ID" isInline={company !== null}>
            <span className="font-mono text-xs leading-5 wrap-anywhere">{account.id}</span>
          </Fact>
          <Fact name="Signed" isInline={company !== null}>
            <UtcTime at={issuedAt} />
          </Fact>
        </dl>
      </div>
      {children}
    </article>
  );
}

function Fact({ name, isInline, children }: { name: string; isInline: boolean; children: ReactNode }) {
  const pair = (
    <>
      <dt className="whitespace-nowrap text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
  return isInline ? <div className="flex items-baseline gap-x-2">{pair}</div> : pair;
}

function MadeOutTo({ account: { name, billing } }: { account: Document["account"] }) {
  if (!billing) return <Address label="Made out to" name={name} lines={[]} taxId="" />;
  const city = [billing.postal_code, billing.city].filter(Boolean).join(" ");
  const lines = [billing.line1, billing.line2, [city, billing.state].filter(Boolean).join(", ")];
  return (
    <Address
      label="Made out to"
      name={billing.name}
      lines={[...lines, countryName(billing.country)]}
      taxId={billing.tax_id}
    />
  );
}

function Address({
  label,
  name,
  lines,
  taxId,
}: {
  label: string;
  name: string;
  lines: readonly string[];
  taxId: string;
}) {
  return (
    <address className="not-italic">
      <p className="text-xs text-ink-muted">{label}</p>
      <p className="mt-1 font-medium wrap-anywhere">{name}</p>
      {lines.filter(Boolean).map((line, index) => (
        <p key={index} className="wrap-anywhere">
          {line}
        </p>
      ))}
      {taxId && <p className="mt-1 text-ink-muted">Tax ID {taxId}</p>}
    </address>
  );
}
