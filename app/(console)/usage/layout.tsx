import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { UsageTabs } from "@/components/usage/usage-tabs";
import { utcDay } from "@/lib/values/time";

export default function UsageLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Usage" description="What was used and what it cost, in UTC days." />
      <div className="mt-3">
        <UsageTabs today={utcDay(new Date())} />
      </div>
      <div className="mt-5">{children}</div>
    </>
  );
}
