import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import type { Column } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import { categoryLabel } from "@/lib/metering/rules/categories";
import { featureName, resourceShortName, typeName } from "@/lib/metering/rules/usage-names";
import type { EventAnswer } from "@/lib/metering/schema-events";
import { displayCount } from "@/lib/values/display/count";

interface EventsAsked {
  hrefOf: (id: string) => string;
  names: Readonly<Record<string, string>>;
  creditValue: string;
}

/** The columns of usage events: when, what, for whom, how much and what it cost. */
export function eventColumns({ hrefOf, names, creditValue }: EventsAsked): Column<EventAnswer>[] {
  return [
    {
      key: "time",
      head: "Time (UTC)",
      narrow: "meta",
      className: "wide:w-32 wide:text-ink-muted",
      cell: ({ occurred_at }) => <UtcTime at={occurred_at} short className="relative" />,
    },
    {
      key: "what",
      head: "Event",
      narrow: "title",
      className: "wide:max-w-64",
      cell: (event) => (
        <RowLink href={hrefOf(event.id)} scroll={false} className="block truncate font-medium">
          {whatOf(event)}
        </RowLink>
      ),
    },
    {
      key: "type",
      head: "Type",
      className: "wide:w-28",
      cell: ({ type, category }) => <Badge>{type ? typeName(type) : categoryLabel(category)}</Badge>,
    },
    {
      key: "who",
      head: "For",
      className: "wide:max-w-56 truncate text-ink-muted",
      cell: (event) => forWhom(event, names),
    },
    {
      key: "tokens",
      head: "Tokens",
      align: "right",
      narrow: "meta-value",
      cell: ({ input_tokens: input, output_tokens: output }) =>
        input + output === 0 ? (
          <span className="text-ink-muted narrow:hidden">—</span>
        ) : (
          <span className="relative" title={`${displayCount(input)} input + ${displayCount(output)} output`}>
            {displayCount(input + output)}
            <span className="wide:hidden"> tokens</span>
          </span>
        ),
    },
    {
      key: "cost",
      head: "Cost (ECU)",
      align: "right",
      narrow: "value",
      className: "wide:w-32",
      cell: ({ charge, unit }) =>
        unit === "tool_run" ? (
          <span className="whitespace-nowrap">{displayCount(charge)} run</span>
        ) : (
          <Amount value={charge} creditValue={creditValue} aligned className="relative" />
        ),
    },
  ];
}

/** "gpt-4o", or what it was without a model: "Storage · models". */
function whatOf({ model, feature, resource }: EventAnswer): string {
  const name = model || resourceShortName(resource);
  if (model && feature === "model_inference") return model;
  return [featureName(feature), name].filter(Boolean).join(" · ");
}

/** The person and project that it ran for; who named neither is the key's. */
function forWhom(
  { member, team, project, key }: EventAnswer,
  names: Readonly<Record<string, string>>,
): string {
  const told = [member, project || team].filter(Boolean).map((id) => names[id] ?? id);
  return told.length > 0 ? told.join(" · ") : key ? (names[key] ?? "an API key") : "—";
}
