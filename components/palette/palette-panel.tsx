"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { TextLink } from "@/components/ui/text-link";
import { CustomerItems } from "./customer-items";
import { FoundItems } from "./found-items";
import { KnownItems } from "./known-items";
import type { PaletteProps } from "./palette-props";
import { showPalette } from "./palette-store";
import { useFound } from "./use-found";

/** What is typed finds pages and accounts at once, and a moment later what the account has by that name or id; for operators, customers too. */
export function PalettePanel({ current, memberships, permissions, isOperator }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const typed = text.trim();
  const { hits, accounts, isLooking, fault, spoken } = useFound(
    typed,
    current?.accountId ?? null,
    isOperator,
  );
  const close = () => showPalette(null);
  const go = (href: string, leave = false) => {
    close();
    // Another account is another page altogether.
    if (leave) window.location.assign(href);
    else router.push(href as "/");
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-50 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-appear fixed top-[12dvh] left-1/2 z-50 flex max-h-[min(30rem,76dvh)] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border bg-surface text-ink shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Search the console</Dialog.Title>
          <Command shouldFilter={false} label="Search the console" loop className="flex min-h-0 flex-col">
            <Command.Input
              value={text}
              onValueChange={setText}
              maxLength={200}
              placeholder={
                current ? "Pages, accounts, members, any id…" : "Pages, customers by name, e-mail or id…"
              }
              className="h-12 w-full shrink-0 border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-muted sm:text-sm"
            />
            <Command.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5">
              <KnownItems
                typed={typed}
                current={current}
                memberships={memberships}
                permissions={permissions}
                isOperator={isOperator}
                go={go}
                close={close}
              />
              <FoundItems typed={typed} hits={hits} memberships={memberships} current={current} go={go} />
              <CustomerItems accounts={accounts} isLooking={isLooking} go={go} />
              <Command.Empty className="px-3 py-8 text-center text-sm text-ink-muted">
                <p>{isLooking ? "Searching…" : (fault ?? `Nothing is called “${typed}”.`)}</p>
                {current && !isLooking && fault === null && (
                  <p className="mt-2">
                    <TextLink href={`/billing?text=${encodeURIComponent(typed)}`} onClick={close}>
                      Search the transactions for it
                    </TextLink>
                  </p>
                )}
              </Command.Empty>
            </Command.List>
          </Command>
          <p className="sr-only" role="status">
            {spoken}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
