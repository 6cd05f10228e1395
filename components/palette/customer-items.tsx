"use client";

import { Building2 } from "lucide-react";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import { displayAmount } from "@/lib/values/display/amount";
import { shortenId } from "@/lib/values/display/shorten-id";
import { PaletteGroup, PaletteRow } from "./palette-row";

/** The customers' accounts that an operator may mean, each with what tells it from others of its name. */
export function CustomerItems({
  accounts,
  isLooking,
  go,
}: {
  accounts: readonly AccountChoice[];
  /** These are still those of an older text, and none of them is taken. */
  isLooking: boolean;
  go: (href: string) => void;
}) {
  if (accounts.length === 0) return null;
  return (
    <PaletteGroup heading="Customers">
      {accounts.map(({ id, name, status, balance }) => (
        <PaletteRow
          key={id}
          value={`customer ${id}`}
          icon={Building2}
          label={name}
          note={[
            ...(status === "closed" ? ["closed"] : []),
            `${displayAmount(balance)} ECU`,
            shortenId(id),
          ].join(" · ")}
          onSelect={() => !isLooking && go(`/admin/accounts/${id}`)}
        />
      ))}
    </PaletteGroup>
  );
}
