"use client";

import { ListFilter, UserRound, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { ExportButton } from "@/components/ui/export-button";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { DEED_KINDS, type DeedKind } from "@/lib/accounts/rules/deed-kinds";
import type { DayRange } from "@/lib/values/display/date-presets";
import type { ActorWords } from "./actor-words";
import { AUDIT_FILTERS, KIND_NAMES } from "./audit-query";

const NO_FILTER = { actor: null, kind: null, range: null, from: null, to: null } as const;

/** Which entries of the audit log are shown. Every choice is in the URL and counts at once, and the file is exactly the view. */
export function AuditFilters({
  actors,
  actor,
  kind,
  days,
  csvHref,
}: {
  /** Whoever stands in the log. */
  actors: readonly (ActorWords & { id: string })[];
  actor: string | undefined;
  kind: DeedKind | undefined;
  days: Partial<DayRange> | null;
  csvHref: string;
}) {
  const { query, setQuery, busy } = useUrlQuery([...AUDIT_FILTERS, "before"]);
  // Another choice begins at its newest entry.
  const choose = (change: Partial<Record<(typeof AUDIT_FILTERS)[number], string | null>>) =>
    setQuery({ ...change, before: null });
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      <Menu
        align="start"
        trigger={
          <Button size="sm" className={cn(!query.actor && "text-ink-muted")}>
            <UserRound className="text-ink-muted" aria-hidden />
            <span className="max-w-48 truncate">{nameOf(query.actor, actors) ?? "Who"}</span>
          </Button>
        }
      >
        <MenuChoices value={actor ?? ""} onValueChange={(next) => choose({ actor: next || null })}>
          <MenuChoice value="">Anyone</MenuChoice>
          {actors.map(({ id, name, note }) => (
            <MenuChoice key={id} value={id}>
              <span className="block">{name}</span>
              {note && <span className="block text-xs text-ink-muted">{note}</span>}
            </MenuChoice>
          ))}
        </MenuChoices>
      </Menu>
      <Menu
        align="start"
        trigger={
          <Button size="sm" className={cn(!kind && "text-ink-muted")}>
            <ListFilter className="text-ink-muted" aria-hidden />
            {kind ? KIND_NAMES[kind] : "About"}
          </Button>
        }
      >
        <MenuChoices value={kind ?? ""} onValueChange={(next) => choose({ kind: next || null })}>
          <MenuChoice value="">Everything</MenuChoice>
          {DEED_KINDS.map((each) => (
            <MenuChoice key={each} value={each}>
              {KIND_NAMES[each]}
            </MenuChoice>
          ))}
        </MenuChoices>
      </Menu>
      <DateRangePicker preset={query.range} days={days} clearable onChange={choose} />
      {(actor || kind || days) && (
        <Button look="ghost" size="sm" onClick={() => choose(NO_FILTER)}>
          <X aria-hidden />
          Clear filters
        </Button>
      )}
      <ExportButton href={csvHref} isBrief className="ml-auto" />
    </div>
  );
}

function nameOf(id: string | null, actors: readonly (ActorWords & { id: string })[]): string | undefined {
  if (id === null) return undefined;
  return actors.find((each) => each.id === id)?.name ?? "Somebody else";
}
