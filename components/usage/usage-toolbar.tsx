"use client";

import { ChevronDown, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { Segments } from "@/components/ui/segments";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { DIMENSION_NAMES } from "@/lib/metering/rules/usage-names";
import { type Dimension, DIMENSIONS, nameOf } from "./dimensions";

const NAMES = [...DIMENSIONS.map(({ value }) => value), "by", "of"] as const;
const CHOICES = [
  { value: "calls", label: "API calls" },
  { value: "all", label: "All usage" },
] as const;

/** What usage is told apart by, and the filters that are on. */
export function UsageToolbar({
  by,
  names,
  choice,
  children,
}: {
  by: Dimension;
  names: Readonly<Record<string, string>>;
  /** Whether API calls or all usage are shown; null where there is no choice. */
  choice: "calls" | "all" | null;
  /** What stands before, such as the days. */
  children?: React.ReactNode;
}) {
  const { query, setQuery, busy } = useUrlQuery(NAMES);
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      {children}
      {choice && (
        <Segments label="Which usage" options={CHOICES} value={choice} onChange={(of) => setQuery({ of })} />
      )}
      <Menu
        align="start"
        trigger={
          <Button size="sm">
            <span className="text-ink-muted">By</span> {DIMENSION_NAMES[by].one}
            <ChevronDown className="text-ink-muted" aria-hidden />
          </Button>
        }
      >
        <MenuChoices value={by} onValueChange={(next) => setQuery({ by: next === "model" ? null : next })}>
          {DIMENSIONS.map(({ value, label }) => (
            <MenuChoice key={value} value={value}>
              {label}
            </MenuChoice>
          ))}
        </MenuChoices>
      </Menu>
      {DIMENSIONS.map(
        ({ value, label }) =>
          query[value] && (
            <Button key={value} size="sm" onClick={() => setQuery({ [value]: null })}>
              <span className="text-ink-muted">{label}</span>
              <span className="max-w-40 truncate">{nameOf(value, query[value], names)}</span>
              <X aria-hidden />
              <span className="sr-only">Remove this filter</span>
            </Button>
          ),
      )}
    </div>
  );
}
