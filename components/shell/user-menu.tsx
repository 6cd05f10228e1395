"use client";

import { LogOut, ShieldCheck, UserRound } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import { ThemeChoices } from "./theme-menu";

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    letters
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}

/** The person who is signed in. */
export function UserMenu({
  name,
  email,
  isOperator,
  onSignOut,
}: {
  name: string;
  email: string;
  isOperator: boolean;
  onSignOut: (input: Record<string, never>) => Promise<unknown>;
}) {
  const [busy, start] = useTransition();
  return (
    <Menu
      className="w-60"
      trigger={
        <Button
          look="ghost"
          size="icon"
          aria-busy={busy || undefined}
          className="rounded-full bg-accent-soft text-xs text-accent-ink not-disabled:hover:bg-accent-soft"
        >
          {initialsOf(name)}
          <span className="sr-only">: {name}, your menu</span>
        </Button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        <p className="truncate text-xs text-ink-muted" title={email}>
          {email}
        </p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/settings/profile">
          <UserRound aria-hidden /> Profile
        </Link>
      </MenuItem>
      {isOperator && (
        <MenuItem asChild>
          <Link href="/admin">
            <ShieldCheck aria-hidden /> Operator
          </Link>
        </MenuItem>
      )}
      <div className="sm:hidden">
        <MenuLine />
        <ThemeChoices />
        <MenuLine />
      </div>
      <MenuItem onSelect={() => start(async () => void (await onSignOut({})))}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
