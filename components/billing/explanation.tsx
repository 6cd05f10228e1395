import type { ReactNode } from "react";
import { PaymentPart } from "@/components/purchases/payment-part";
import { Amount, Worth } from "@/components/ui/amount";
import { TextLink } from "@/components/ui/text-link";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { Sum } from "@/components/ui/sum";
import { UtcTime } from "@/components/ui/utc-time";
import { originName, refName, sourceName } from "@/lib/ledger/rules/type-names";
import type { PaymentView } from "@/lib/purchases/read-payment";
import type { RowExplanation } from "@/lib/reports/explain/explain-row";
import { displayDescription } from "@/lib/values/display/description";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayExactAmount } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { unitName } from "@/lib/values/display/unit";
import { beyondGrants, debtInWords } from "./beyond-grants";
import { Causes } from "./causes";
import { ChargeSum } from "./charge-sum";
import { HoldTimeline } from "./hold-timeline";
import { ReRatedPart, ReRatePart } from "./re-rate-part";
import { RunPart } from "./run-part";
import { Timeline } from "./timeline";
import { TypeBadge } from "./type-badge";

/** Why a row is what it is: in words, as a sum, and where it stands in the books. */
export function Explanation({
  explanation,
  creditValue,
  payment,
  ofCustomer,
}: {
  explanation: RowExplanation;
  creditValue: string;
  /** The payment that the row belongs to, if there is one. */
  payment: PaymentView | null;
  /** For operators, who have none of the account's own pages: theirs of its transactions. */
  ofCustomer?: { page: string };
}) {
  const {
    transaction: row,
    balance_before,
    grants,
    hold,
    timeline,
    chain,
    charge,
    run,
    re_rate,
    re_rated,
  } = explanation;
  const unit = unitName(row.unit);
  const debt = beyondGrants(row.amount, grants);
  return (
    <div className="space-y-6">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Amount
            value={row.amount}
            unit={row.unit}
            signed
            className="text-xl font-semibold tracking-tight"
          />
          <span className="text-ink-muted">{unit}</span>
          {/* What was paid for it stands below, and is other dollars than its value. */}
          {row.unit === "credit" && !payment && <Worth value={row.amount} creditValue={creditValue} />}
        </p>
        <p className="mt-1 text-base wrap-anywhere" title={row.description}>
          {displayDescription(row.description)}
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-2 text-xs text-ink-muted">
          <TypeBadge type={row.type} />
          <UtcTime at={row.created_at} />
          {!ofCustomer && <TextLink href={`/billing/receipts/${row.id}`}>Receipt</TextLink>}
        </p>
      </div>

      {charge && <ChargeSum charge={charge} />}
      {charge && <Causes charge={charge} isLinked={!ofCustomer} />}
      {re_rated && <ReRatedPart reRated={re_rated} unit={unit} page={ofCustomer?.page ?? "/billing"} />}
      {re_rate && <ReRatePart reRate={re_rate} unit={unit} />}
      {run && <RunPart run={run} isLinked={!ofCustomer} />}
      {hold && (
        <Part title={hold.kind === "reservation" ? "Its authorization" : "Its hold"}>
          {hold.kind === "reservation" ? (
            <HoldTimeline hold={hold} unit={row.unit} />
          ) : (
            <Details
              rows={[
                ["Opened by", displayDescription(hold.description)],
                ["Held", `${displayExactAmount(hold.amount)} ${unit}`],
                ["Used", hold.used === null ? "—" : `${displayExactAmount(hold.used)} ${unit}`],
                ["State", sentenceOf(hold.status)],
                ["Opened", <UtcTime key="opened" at={hold.created_at} />],
                ["Ended", hold.ended_at ? <UtcTime key="ended" at={hold.ended_at} /> : "—"],
                ["Hold", <CopyId key="id" id={hold.id} label="hold id" />],
              ]}
            />
          )}
        </Part>
      )}
      {payment && <PaymentPart payment={payment} />}

      <Part title="What it did to the balance">
        <Sum
          rows={[
            ["Balance before", balance_before],
            ["This transaction", row.amount],
          ]}
          total={[`Balance after (${unit})`, row.balance_after]}
        />
      </Part>

      {(grants.length > 0 || debt !== "0") && (
        <Part title={grantsTitle(row.amount, payment !== null)}>
          <Sum
            rows={[
              ...grants.map(
                ({ no, origin, amount, expires_at }) =>
                  [
                    <>
                      Grant {no} ({originName(origin)})
                      {expires_at && (
                        <span className="text-ink-muted">
                          , expires <UtcTime at={expires_at} />
                        </span>
                      )}
                    </>,
                    amount,
                  ] as const,
              ),
              ...(debt === "0" ? [] : [[debtInWords(debt), debt] as const]),
            ]}
            alike={[balance_before, row.amount, row.balance_after]}
          />
        </Part>
      )}

      {timeline.length > 1 && (
        <Part title={run ? `The life of ${run.instance.title}` : "Everything that belongs to it"}>
          <Timeline rows={timeline} current={row.id} {...ofCustomer} />
        </Part>
      )}

      <Part title="In the books">
        <Details
          rows={[
            ["Transaction", <CopyId key="id" id={row.id} label="transaction id" />],
            [
              "Written by",
              <span key="source" title={row.source}>
                {sourceName(row.source)}
              </span>,
            ],
            ["Reference", row.ref_id ? <Reference key="ref" type={row.ref_type} id={row.ref_id} /> : "—"],
            ["Row of the wallet", `No. ${displayCount(chain.position)}`],
            ["Hash", <CopyId key="hash" id={chain.hash} label="hash" />],
            [
              "Hash of the row before",
              <CopyId key="previous" id={chain.previous_hash} label="hash of the row before" />,
            ],
          ]}
        />
        <p className="mt-2 text-xs text-ink-muted">
          Each row’s hash covers the row before it: no row can be changed or taken out without all later
          hashes being wrong.
        </p>
      </Part>
    </div>
  );
}

function grantsTitle(amount: string, isOfPayment: boolean): string {
  if (!amount.startsWith("-")) return "Which credit it added to";
  return isOfPayment ? "Which credit it withdrew" : "Which credit it used";
}

function Reference({ type, id }: { type: string | null; id: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      {type && <span title={type}>{refName(type)}</span>} <CopyId id={id} label={type ?? "reference"} />
    </span>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}
