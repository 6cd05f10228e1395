"use client";

import { ArrowDownUp, Search, X } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ExportButton } from "@/components/ui/export-button";
import { Input } from "@/components/ui/input";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { useUrlQuery } from "@/components/ui/use-url-query";

interface TabToolbarProps {
  /** "tools": what is searched. */
  noun: string;
  /** Where a narrow window, which has no heads of columns, is sorted. */
  sorts: readonly { value: string; label: string }[];
  sort: string;
  csvHref?: string;
}

/** Search, order and file of a tab. All of it is in the URL, and the CSV is exactly the view. */
export function TabToolbar({ noun, sorts, sort, csvHref }: TabToolbarProps) {
  const { query, setQuery, busy } = useUrlQuery(["text", "sort"] as const);
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("text")?.toString().trim();
    setQuery({ text: text || null });
  };
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={busy}>
      <form role="search" onSubmit={search} className="relative flex-1 max-sm:basis-full sm:max-w-80">
        <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-muted" aria-hidden />
        <Input
          key={query.text}
          type="search"
          name="text"
          maxLength={200}
          defaultValue={query.text ?? ""}
          aria-label={`Search ${noun}`}
          placeholder={`Search ${noun}`}
          className="h-8 pl-8"
        />
      </form>
      {query.text && (
        <Button look="ghost" size="sm" onClick={() => setQuery({ text: null })}>
          <X aria-hidden />
          Clear search
        </Button>
      )}
      <span className="md:hidden">
        <Menu
          align="end"
          trigger={
            <Button size="sm">
              <ArrowDownUp className="text-ink-muted" aria-hidden />
              Sort
            </Button>
          }
        >
          <MenuChoices value={sort} onValueChange={(next) => setQuery({ sort: next })}>
            {sorts.map(({ value, label }) => (
              <MenuChoice key={value} value={value}>
                {label}
              </MenuChoice>
            ))}
          </MenuChoices>
        </Menu>
      </span>
      {csvHref && <ExportButton href={csvHref} className="ml-auto" />}
    </div>
  );
}
