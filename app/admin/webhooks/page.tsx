import type { Metadata } from "next";
import { AccountFilter } from "@/components/admin/account-picker/account-filter";
import { FilterChoice, FilterForm } from "@/components/admin/filter-form";
import { idOf, linkWith, oneOf } from "@/components/admin/link-with";
import { Pager } from "@/components/admin/pager";
import { ReplayWebhookButton } from "@/components/admin/replay-webhook-button";
import { WebhooksTable } from "@/components/admin/webhooks-table";
import { LinkButton } from "@/components/ui/button";
import { Card, StatCard } from "@/components/ui/card";
import { DeliveryDetails } from "@/components/webhooks/delivery-details";
import { deliveryRow } from "@/components/webhooks/rows";
import { accountMeant } from "@/lib/backoffice/accounts/find-accounts";
import { listAllDeliveries, readAnyDelivery } from "@/lib/backoffice/webhooks/deliveries";
import { displayCount } from "@/lib/values/display/count";
import { pageOperator } from "@/lib/web/session";
import { DELIVERY_STATUSES } from "@/lib/webhooks/delivery";
import { absent } from "../absent";

export const metadata: Metadata = { title: "Webhooks" };

const PATH = "/admin/webhooks";

/** What customers' own systems were told. */
export default async function WebhooksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [operator, query] = await Promise.all([pageOperator(), searchParams]);
  const status = DELIVERY_STATUSES.find((each) => each === query.status);
  const asked = oneOf(query.account);
  const account = await accountMeant(operator, asked);
  const accountId = account?.id;
  const before = idOf(query.before);
  const open = idOf(query.delivery);
  const [{ rows, next, state }, delivery] = await Promise.all([
    listAllDeliveries(operator, { accountId, status, before }),
    open ? readAnyDelivery(operator, open).catch(absent) : null,
  ]);
  const filter = { status, account: asked };
  const here = { ...filter, before };
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatCard label="Due now" value={displayCount(state.waiting)} />
        <StatCard label="Given up, 24 h" value={displayCount(state.givenUp)} />
        <StatCard label="Failing webhooks" value={displayCount(state.failing)} />
        <StatCard label="Switched off by themselves" value={displayCount(state.ended)} />
      </dl>
      <FilterForm path={PATH} filtered={filtered}>
        <AccountFilter key={asked} asked={asked} account={account} />
        <FilterChoice name="status" label="State" value={status} options={DELIVERY_STATUSES} />
      </FilterForm>
      {delivery && (
        <section aria-label="Delivery" className="rounded-lg border border-line-strong p-3">
          <DeliveryDetails
            delivery={deliveryRow(delivery)}
            body={delivery.body}
            history={delivery.history.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() }))}
            actions={
              <>
                <ReplayWebhookButton id={delivery.id} label={delivery.type} look="secondary" />
                <LinkButton href={linkWith(PATH, here) as "/"}>Close</LinkButton>
              </>
            }
          />
        </section>
      )}
      <Card flush>
        <WebhooksTable
          rows={rows.map(deliveryRow)}
          links={Object.fromEntries(rows.map(({ id }) => [id, linkWith(PATH, { ...here, delivery: id })]))}
          filtered={filtered || before !== undefined}
        />
      </Card>
      <Pager
        newest={before ? linkWith(PATH, filter) : null}
        older={next ? linkWith(PATH, { ...filter, before: next }) : null}
      />
    </div>
  );
}
