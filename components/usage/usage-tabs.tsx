"use client";

import { useSearchParams } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { Period, PERIOD } from "./period";
import { readPeriod } from "./read-period";

const TABS = [
  { href: "/usage", label: "Overview" },
  { href: "/usage/calls", label: "API calls" },
  { href: "/usage/tools", label: "Tools" },
  { href: "/usage/models", label: "Models" },
  { href: "/usage/guardrails", label: "Guardrails" },
  { href: "/usage/scripts", label: "Custom scripts" },
  { href: "/usage/instances", label: "Instances" },
] as const;

/** The views of usage, and at their right the days, which all of them share. */
export function UsageTabs({ today }: { today: string }) {
  const params = useSearchParams();
  const { query } = useUrlQuery(PERIOD);
  const { days, preset } = readPeriod(query, today);
  const search = new URLSearchParams(
    PERIOD.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  return (
    <LinkTabs
      label="Usage"
      tabs={TABS.map((tab) => ({ ...tab, search }))}
      aside={<Period days={days} preset={preset} />}
    />
  );
}
