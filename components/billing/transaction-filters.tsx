"use client";

import { ListFilter, Search, X } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ExportButton } from "@/components/ui/export-button";
import { cn } from "@/components/ui/cn";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { Input } from "@/components/ui/input";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { Segments } from "@/components/ui/segments";
import { refName, TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import type { DayRange } from "@/lib/values/display/date-presets";
import { AmountFilter } from "./amount-filter";
import { AsOfPicker } from "./as-of-picker";
import { NO_FILTER, TYPES, useTransactionQuery } from "./transaction-query";

const WALLETS = [
  { value: "credit", label: "Credits" },
  { value: "tool_run", label: "Tool runs" },
] as const;

/** What is shown of the ledger. Every choice is in the URL, and the CSV is exactly the view. */
export function TransactionFilters({ days, csvHref }: { days: Partial<DayRange> | null; csvHref: string }) {
  const { query, types, isFiltered, setQuery, busy } = useTransactionQuery();
  const toggle = (type: (typeof TYPES)[number], on: boolean) => {
    const chosen = on ? [...types, type] : types.filter((one) => one !== type);
    setQuery({ type: chosen.join(",") || null });
  };
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("text")?.toString().trim();
    setQuery({ text: text || null });
  };
  return (
    // On a phone which books are looked at stands in the first line, what narrows them down below it.
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      <div className="max-sm:-order-2">
        <Segments
          label="Wallet"
          options={WALLETS}
          value={query.unit === "tool_run" ? "tool_run" : "credit"}
          onChange={(unit) => setQuery({ ...NO_FILTER, unit })}
        />
      </div>
      <Menu
        align="start"
        trigger={
          <Button size="sm" className={cn(types.length === 0 && "text-ink-muted")}>
            <ListFilter className="text-ink-muted" aria-hidden />
            {types.length === 0
              ? "Type"
              : types[0] && types.length === 1
                ? TYPE_NAMES[types[0]].one
                : `${types.length} types`}
          </Button>
        }
      >
        {TYPES.map((type) => (
          <MenuCheck key={type} checked={types.includes(type)} onCheckedChange={(on) => toggle(type, on)}>
            {TYPE_NAMES[type].one}
          </MenuCheck>
        ))}
      </Menu>
      <DateRangePicker preset={query.range} days={days} clearable onChange={(choice) => setQuery(choice)} />
      <AmountFilter
        key={`${query.min}${query.max}`}
        min={query.min}
        max={query.max}
        whole={query.unit === "tool_run"}
        onChange={(bounds) => setQuery(bounds)}
      />
      <form role="search" onSubmit={search} className="relative min-w-0 flex-1 max-sm:basis-36 sm:min-w-56">
        <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-muted" aria-hidden />
        <Input
          key={query.text}
          type="search"
          name="text"
          maxLength={200}
          defaultValue={query.text ?? ""}
          aria-label="Search description, id or resource"
          placeholder="Search description, id, resource"
          className="h-8 pl-8"
        />
      </form>
      {query.ref_id && (
        <Button size="sm" onClick={() => setQuery({ ref_type: null, ref_id: null })}>
          {query.ref_type ? refName(query.ref_type) : "Resource"} {query.ref_id.slice(0, 16)}
          <X aria-hidden />
          <span className="sr-only">Remove this filter</span>
        </Button>
      )}
      {isFiltered && (
        <Button look="ghost" size="sm" onClick={() => setQuery(NO_FILTER)}>
          <X aria-hidden />
          <span>
            Clear<span className="max-sm:sr-only"> filters</span>
          </span>
        </Button>
      )}
      <div className="max-sm:-order-1 sm:ml-auto">
        <AsOfPicker />
      </div>
      <ExportButton href={csvHref} isBrief />
    </div>
  );
}
