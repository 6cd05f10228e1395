import { expect, it } from "vitest";
import { addMonths, startOfDay, weeksOfMonth } from "./time";

it("the weeks of a month begin on Mondays and have each of its days once", () => {
  for (let month = "2026-01-01", count = 0; count < 40; month = addMonths(month, 1), count++) {
    const weeks = weeksOfMonth(month);
    for (const week of weeks) {
      expect(week).toHaveLength(7);
      expect(startOfDay(week[0] ?? "").getUTCDay()).toBe(1);
      expect(week.some((day) => day.slice(0, 7) === month.slice(0, 7))).toBe(true);
    }
    const own = weeks.flat().filter((day) => day.slice(0, 7) === month.slice(0, 7));
    expect(own[0]).toBe(month);
    expect(new Set(own).size).toBe(
      startOfDay(addMonths(month, 1)).getTime() / 864e5 - startOfDay(month).getTime() / 864e5,
    );
  }
});
