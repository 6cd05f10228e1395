/** One measured ratio against its gate. */
export interface Measure {
  work: string;
  /** What was measured, as one number. */
  value: number;
  /** How a person reads it: "41×", "62 %". */
  shown: string;
  gate: string;
  met: boolean;
  /** The absolute figures behind the ratio. */
  details: string;
}

export function atLeast(
  work: string,
  value: number,
  gate: number,
  unit: "×" | "%",
  details: string,
): Measure {
  const show = (number: number) =>
    unit === "%"
      ? `${Math.round(number * 100)} %`
      : `${number < 10 ? number.toFixed(1) : Math.round(number)}×`;
  return { work, value, shown: show(value), gate: `≥ ${show(gate)}`, met: value >= gate, details };
}

export function atMost(work: string, value: number, gate: number, unit: string, details: string): Measure {
  const show = (number: number) =>
    `${number < 10 ? number.toFixed(number < 1 ? 3 : 2) : Math.round(number)}${unit}`;
  return { work, value, shown: show(value), gate: `≤ ${show(gate)}`, met: value <= gate, details };
}

/** A Markdown table, as it stands in the README. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map(
    ({ work, shown, gate, met, details }) =>
      `| ${work} | ${shown} | ${gate} | ${met ? "yes" : "**no**"} | ${details} |`,
  );
  return ["| work | measured | gate | met | figures |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

export function count(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString("en-US")}/s`;
}
