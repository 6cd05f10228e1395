"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { CopyId } from "@/components/ui/copy-id";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Membership } from "@/lib/accounts/find-session";
import type { ActionResult } from "@/lib/web/action-result";

/** Which account the console shows. Switching keeps the page and asks the server for everything anew. */
export function AccountMenu({
  current,
  memberships,
  onSwitch,
}: {
  current: Membership;
  memberships: readonly Membership[];
  /** Remembers the account for this browser. */
  onSwitch: (input: { accountId: string }) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const choose = (accountId: string) =>
    start(async () => {
      const result = await onSwitch({ accountId });
      if (!result.ok) return void toast.error(result.message);
      // Filters and panels of one account mean nothing in another.
      router.push(window.location.pathname);
      router.refresh();
    });
  return (
    <Menu
      align="start"
      className="w-72"
      trigger={
        <Button
          look="ghost"
          size="sm"
          busy={busy}
          className="min-w-0 shrink px-2 font-medium max-sm:gap-1 max-sm:px-1 lg:min-w-32"
        >
          <span className="sr-only">Account: </span>
          <span className="truncate" title={current.accountName}>
            {current.accountName}
          </span>
          <ChevronsUpDown className="text-ink-muted" aria-hidden />
        </Button>
      }
    >
      <MenuLabel>Accounts</MenuLabel>
      {memberships.map(({ accountId, accountName, role }) => (
        <MenuItem
          key={accountId}
          onSelect={accountId === current.accountId ? undefined : () => choose(accountId)}
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate" title={accountName}>
              {accountName}
            </span>
            <span className="block text-xs text-ink-muted first-letter:uppercase">{role}</span>
          </span>
          <Check className={cn(accountId !== current.accountId && "invisible")} aria-hidden />
          {accountId === current.accountId && <span className="sr-only">(shown now)</span>}
        </MenuItem>
      ))}
      <MenuLine />
      <div className="flex items-center justify-between gap-2 px-2 py-1 text-xs text-ink-muted">
        Account ID <CopyId id={current.accountId} label="account id" />
      </div>
    </Menu>
  );
}
