import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";
import { displayAmount } from "@/lib/values/display/amount";

/** Credits of a tab, with what is held beyond them for what runs now. */
export function CreditsCard({
  label,
  spent: { credits, held = "0" },
  creditValue,
  note,
}: {
  label: string;
  spent: { credits: string; held?: string };
  creditValue: string;
  note?: string;
}) {
  return (
    <StatCard
      label={label}
      aside={<Worth value={credits} creditValue={creditValue} />}
      value={
        <>
          <Amount value={credits} creditValue={creditValue} brief />{" "}
          <span className="text-sm font-medium text-ink-muted">ECU</span>
        </>
      }
      note={held === "0" ? note : `${displayAmount(held)} ECU held for what runs now`}
    />
  );
}
