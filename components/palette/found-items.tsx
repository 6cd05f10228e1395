"use client";

import {
  Box,
  Cpu,
  FolderKanban,
  Hourglass,
  KeyRound,
  type LucideIcon,
  ReceiptText,
  ShieldCheck,
  SquareTerminal,
  Users,
  UserRound,
  Wallet,
  Wrench,
  Zap,
} from "lucide-react";
import type { Membership } from "@/lib/accounts/find-session";
import type { Hit, HitKind } from "@/lib/reports/find/hit";
import { parseTransactionId } from "@/lib/values/ids";
import { hrefOfHit, hrefOfTransaction } from "./hit-href";
import { hitInWords } from "./hit-words";
import { PaletteGroup, PaletteRow } from "./palette-row";

const ICONS: Readonly<Record<HitKind, LucideIcon>> = {
  transaction: ReceiptText,
  usage_event: Zap,
  hold: Hourglass,
  approval: ShieldCheck,
  mandate: ShieldCheck,
  instance: Cpu,
  tool: Wrench,
  model: Box,
  deployment: Box,
  guardrail: ShieldCheck,
  custom_script: SquareTerminal,
  volume: Box,
  member: UserRound,
  team: Users,
  project: FolderKanban,
  key: KeyRound,
  budget: Wallet,
};

/** What the account has by this name or id; a row of another account of the person's leads there. */
export function FoundItems({
  typed,
  hits,
  memberships,
  current,
  go,
}: {
  typed: string;
  hits: readonly Hit[];
  memberships: readonly Membership[];
  current: Membership | null;
  go: (href: string, leave?: boolean) => void;
}) {
  const owner = parseTransactionId(typed)?.accountId;
  const elsewhere = memberships.find(
    ({ accountId }) => accountId === owner && accountId !== current?.accountId,
  );
  if (hits.length === 0 && !elsewhere) return null;
  return (
    <PaletteGroup heading="Found">
      {hits.map((hit) => (
        <PaletteRow
          key={`${hit.kind} ${hit.id}`}
          value={`hit ${hit.kind} ${hit.id}`}
          icon={ICONS[hit.kind]}
          {...hitInWords(hit)}
          onSelect={() => go(hrefOfHit(hit))}
        />
      ))}
      {elsewhere && (
        <PaletteRow
          value="elsewhere"
          icon={ReceiptText}
          label={`Transaction of ${elsewhere.accountName}`}
          note="switches to it"
          onSelect={() => go(hrefOfTransaction(typed, elsewhere.accountId), true)}
        />
      )}
    </PaletteGroup>
  );
}
