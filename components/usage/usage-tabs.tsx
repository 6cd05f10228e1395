"use client";

import { useSearchParams } from "next/navigation";
import { DateRangePicker } from "@/components/ui/date-range-picker";
import { LinkTabs } from "@/components/ui/link-tabs";
import { useUrlQuery } from "@/components/ui/use-url-query";
import { daysOfPreset, daysOfQuery } from "@/lib/values/display/date-presets";

const TABS = [
  { href: "/usage", label: "By day" },
  { href: "/usage/tools", label: "Tools" },
  { href: "/usage/models", label: "Models" },
  { href: "/usage/guardrails", label: "Guardrails" },
  { href: "/usage/scripts", label: "Custom scripts" },
  { href: "/usage/instances", label: "Instances" },
] as const;

const DAYS = ["range", "from", "to"] as const;

/** The views of usage, and at their right the days, which all of them share. */
export function UsageTabs({ today }: { today: string }) {
  const params = useSearchParams();
  const { query, setQuery, busy } = useUrlQuery(DAYS);
  const asked = daysOfQuery(query, today);
  const search = new URLSearchParams(
    DAYS.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  return (
    <div aria-busy={busy}>
      <LinkTabs
        label="Usage"
        tabs={TABS.map((tab) => ({ ...tab, search }))}
        aside={
          <DateRangePicker
            preset={asked ? query.range : "30d"}
            days={asked ?? daysOfPreset("30d", today)}
            onChange={(choice) => setQuery(choice)}
          />
        }
      />
    </div>
  );
}
