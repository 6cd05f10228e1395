"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { plural } from "@/lib/values/display/count";
import { shortenId } from "@/lib/values/display/shorten-id";
import type { AccountSearch } from "./use-account-search";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A field that finds accounts while one types: arrows walk through them, Enter takes one, Escape leaves what was typed. The list is beside the field's focus, never in it. */
export function AccountCombobox({
  search: { text, chosen, type, choose, accounts, isLooking, fault, isOpen, setOpen },
  ...control
}: {
  search: AccountSearch;
  id?: string;
  name?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean;
}) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const options = isOpen ? accounts : [];
  const at = Math.min(active, options.length - 1);
  const isShown = isOpen && (options.length > 0 || text.trim() !== "");
  const take = (account: AccountChoice) => {
    choose(account);
    setActive(0);
  };
  useEscape(isShown, () => setOpen(false));
  useEffect(() => {
    if (at >= 0) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (options.length > 0) setActive((at + step + options.length) % options.length);
    } else if (event.key === "Enter" && isShown) {
      // The form is not sent from within the list; and what is found for an older text is not taken.
      event.preventDefault();
      const account = options[at];
      if (account && !isLooking) take(account);
    }
  };
  return (
    <div className="relative">
      <Input
        {...control}
        value={text}
        onChange={({ target }) => {
          type(target.value);
          setActive(0);
        }}
        // Who goes back to it means another account.
        onClick={({ currentTarget }) => chosen && currentTarget.select()}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? listId : undefined}
        aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      {isShown && (
        // A press in the list leaves the focus, and with it the list, where it is.
        <div
          className="absolute inset-x-0 top-full z-30 mt-1 overflow-hidden rounded-md border bg-surface shadow-float"
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.length > 0 ? (
            <ul id={listId} role="listbox" aria-label="Accounts" className="max-h-80 overflow-y-auto p-1">
              {options.map((account, index) => (
                <Option
                  key={account.id}
                  id={`${listId}-${index}`}
                  account={account}
                  isActive={index === at}
                  onPoint={() => setActive(index)}
                  onTake={() => take(account)}
                />
              ))}
            </ul>
          ) : (
            <p className="px-3 py-3 text-sm break-words text-ink-muted">
              {isLooking ? "Searching…" : (fault ?? `No account is found by “${text.trim()}”.`)}
            </p>
          )}
        </div>
      )}
      <span className="sr-only" role="status">
        {isShown && !isLooking && (fault ?? `${plural(options.length, "account")} found`)}
      </span>
    </div>
  );
}

function Option({
  id,
  account: { id: accountId, name, status, balance },
  isActive,
  onPoint,
  onTake,
}: {
  id: string;
  account: AccountChoice;
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
}) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseMove={onPoint}
      onClick={onTake}
      className={cn(
        "flex min-h-11 cursor-default items-center gap-3 rounded-sm px-2 py-1 text-sm",
        isActive && "bg-hover",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {status === "closed" && <Badge tone="warn">closed</Badge>}
        </span>
        <span className="block truncate font-mono text-xs text-ink-muted">{shortenId(accountId)}</span>
      </span>
      <span className="shrink-0 text-xs text-ink-muted">
        <Amount value={balance} /> ECU
      </span>
    </li>
  );
}

/** Before dialogs hear it: Escape closes the list alone. */
function useEscape(isOn: boolean, run: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      run();
    };
    window.addEventListener("keydown", hear, true);
    return () => window.removeEventListener("keydown", hear, true);
  });
}
