import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";

/** What a list is asked for, kept in the URL. Works by Enter, and before any script has come. */
export function FilterForm({
  path,
  filtered,
  children,
}: {
  path: string;
  /** Whether there is something to clear. */
  filtered: boolean;
  children: ReactNode;
}) {
  return (
    <Form action={path} scroll={false} className="flex flex-wrap items-end gap-3" role="search">
      {children}
      <Button type="submit">Show</Button>
      {filtered && (
        <Link href={path as "/"} className="self-center rounded-sm text-sm text-ink-muted underline">
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

/** One of a few, or all. */
export function FilterChoice({
  name,
  label,
  value,
  options,
  all = true,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly string[];
  /** Whether all of them may be asked for. */
  all?: boolean;
}) {
  return (
    <label className="basis-36 space-y-1">
      <span className="block text-xs text-ink-muted">{label}</span>
      <Select key={value} name={name} defaultValue={value ?? ""}>
        {all && <option value="">all</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {option.replaceAll("_", " ")}
          </option>
        ))}
      </Select>
    </label>
  );
}
