import { Amount } from "@/components/ui/amount";
import type { LeftToday as Left } from "@/lib/backoffice/limits/daily-limit";
import { unitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

/** How much an operator may still move on this day, of how much: known before the form is filled in, and asked again when it is sent. */
export function LeftToday({ left: { left, limit }, unit }: { left: Left; unit: Unit }) {
  return (
    <>
      You have <Amount value={left} unit={unit} className={left === "0" ? "text-warn" : ""} /> of{" "}
      <Amount value={limit} unit={unit} /> {unitName(unit)} left to propose or give on this UTC day.
    </>
  );
}
