"use client";

import { useSearchParams } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The tabs of Billing. The ledger's own keep the wallet and the moment that is looked at. */
export function BillingTabs() {
  const query = useSearchParams();
  const kept = new URLSearchParams();
  for (const name of ["unit", "as_of"]) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  const search = kept.toString();
  const tabs = [
    { href: "/billing", label: "Transactions", search },
    { href: "/billing/usage", label: "Usage" },
    { href: "/billing/grants", label: "Grants", search },
    { href: "/billing/statements", label: "Statements" },
  ];
  return <LinkTabs label="Billing" tabs={tabs} />;
}
