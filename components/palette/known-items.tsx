"use client";

import { Building2, Copy, Keyboard, Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "@/components/shell/theme";
import { toast } from "@/components/ui/toast";
import { switchAccount } from "@/lib/accounts/personal/actions";
import type { PaletteProps } from "./palette-props";
import { matches, pagesFor, wordsOf } from "./palette-items";
import { PaletteGroup, PaletteRow } from "./palette-row";
import { showPalette } from "./palette-store";

const THEMES = [
  { value: "light", label: "Light theme", icon: Sun },
  { value: "dark", label: "Dark theme", icon: Moon },
  { value: "system", label: "Theme of the system", icon: Monitor },
] as const;

/** What is known without asking: pages, accounts, and what can be done at once. */
export function KnownItems({
  typed,
  current,
  memberships,
  permissions,
  isOperator,
  go,
  close,
}: PaletteProps & { typed: string; go: (href: string, leave?: boolean) => void; close: () => void }) {
  const { setTheme } = useTheme();
  const pages = pagesFor(permissions, isOperator).filter((page) => matches(typed, wordsOf(page)));
  const accounts = memberships.filter(
    ({ accountId, accountName }) =>
      accountId !== current?.accountId && matches(typed, `${accountName} ${accountId} account switch`),
  );
  const switchTo = async (accountId: string) => {
    close();
    // Remembered, as by the account's menu: the next page is of this account too.
    const result = await switchAccount({ accountId });
    if (result.ok) go(`/billing?account=${accountId}`, true);
    else toast.error(result.message);
  };
  const copy = async (accountId: string) => {
    close();
    await navigator.clipboard?.writeText(accountId).then(
      () => toast.success("Account ID copied"),
      () => toast.error("The browser did not allow copying"),
    );
  };
  const deeds = [
    ...(current
      ? [{ label: "Copy the account ID", icon: Copy, run: () => void copy(current.accountId) }]
      : []),
    { label: "Keyboard shortcuts", icon: Keyboard, keys: ["?"], run: () => showPalette("keys") },
    ...THEMES.map(({ value, label, icon }) => ({
      label,
      icon,
      run: () => {
        setTheme(value);
        close();
      },
    })),
  ].filter(({ label }) => matches(typed, label));
  return (
    <>
      {pages.length > 0 && (
        <PaletteGroup heading="Pages">
          {pages.map(({ href, label, within, icon, key }) => (
            <PaletteRow
              key={href}
              value={`page ${href}`}
              icon={icon}
              label={label}
              note={within}
              keys={key ? ["g", key] : undefined}
              onSelect={() => go(href)}
            />
          ))}
        </PaletteGroup>
      )}
      {accounts.length > 0 && (
        <PaletteGroup heading="Accounts">
          {accounts.map(({ accountId, accountName, role }) => (
            <PaletteRow
              key={accountId}
              value={`account ${accountId}`}
              icon={Building2}
              label={`Switch to ${accountName}`}
              note={role}
              onSelect={() => void switchTo(accountId)}
            />
          ))}
        </PaletteGroup>
      )}
      {deeds.length > 0 && (
        <PaletteGroup heading="Actions">
          {deeds.map(({ run, ...deed }) => (
            <PaletteRow key={deed.label} value={`deed ${deed.label}`} {...deed} onSelect={run} />
          ))}
        </PaletteGroup>
      )}
    </>
  );
}
