"use client";

import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { Input, Select } from "@/components/ui/input";
import { sentenceOf } from "@/lib/values/display/sentence";
import { linkWith } from "./link-with";

/**
 * What narrows a list down, kept in the URL. As everywhere, what is chosen counts at once, and what is typed by Enter. Which of a few views the page shows
 * is not asked here: see `ViewLinks`.
 */
export function FilterForm({
  path,
  view = {},
  filtered,
  children,
}: {
  path: string;
  /** The view that is filtered, as the URL names it: it stays. */
  view?: Readonly<Record<string, string>>;
  /** Whether there is something to clear. */
  filtered: boolean;
  children: ReactNode;
}) {
  return (
    <Form
      action={path}
      scroll={false}
      className="flex flex-wrap items-end gap-3"
      role="search"
      onChange={({ target, currentTarget }) => {
        if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
      }}
    >
      {Object.entries(view).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {/* Without a button Enter sends no form of several fields. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden />
      {filtered && (
        <Link
          href={linkWith(path, view) as "/"}
          className="self-center rounded-sm text-sm text-ink-muted underline"
        >
          Clear
        </Link>
      )}
    </Form>
  );
}

/** A text to look for. */
export function FilterText({
  name,
  label,
  value,
  placeholder,
}: {
  name: string;
  label: string;
  value: string | undefined;
  placeholder?: string;
}) {
  return (
    <label className="min-w-0 grow basis-48 space-y-1 sm:max-w-80">
      <span className="block text-xs text-ink-muted">{label}</span>
      {/* A new value in the URL, by Back for one, is a new field. */}
      <Input
        key={value}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={200}
        autoComplete="off"
      />
    </label>
  );
}

/** One of a few kinds, or all. */
export function FilterChoice({
  name,
  label,
  value,
  options,
  names = {},
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly string[];
  /** Of options that are called otherwise than they are stored. */
  names?: Readonly<Record<string, string>>;
}) {
  return (
    <label className="basis-36 space-y-1">
      <span className="block text-xs text-ink-muted">{label}</span>
      <Select key={value} name={name} defaultValue={value ?? ""}>
        <option value="">All</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option] ?? sentenceOf(option)}
          </option>
        ))}
      </Select>
    </label>
  );
}
