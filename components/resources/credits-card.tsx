import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";

/** Credits of a tab. */
export function CreditsCard({
  label,
  spent: { credits },
  creditValue,
  note,
}: {
  label: string;
  spent: { credits: string };
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
      note={note}
    />
  );
}
