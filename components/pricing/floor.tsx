import type { Unit } from "@/lib/values/ids";
import { unitName } from "@/lib/values/display/unit";

/** The least that something is charged. Floors are small: all their digits are shown. */
export function Floor({ value, unit }: { value: string; unit: Unit }) {
  if (value === "0") return <>none</>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {value} {unitName(unit, value)}
    </span>
  );
}
