import { displayShortDay, displayShortRange } from "@/lib/values/display/time";
import { addDays, daysBetween, startOfDay, type UtcDay, DAY_MS } from "@/lib/values/time";
import type { DayRange } from "@/lib/values/display/date-presets";

/** More days than this are drawn by the week: bars that can still be told apart and pointed at. */
const MOST_DAYS = 100;
const WEEK = 7;

/** The places of a chart over some days: each day, or in long ranges seven of them from the first on. A place is named by its first day. */
export interface Buckets {
  places: UtcDay[];
  unit: "day" | "week";
  placeOf: (day: UtcDay) => UtcDay;
  daysOf: (place: UtcDay) => DayRange;
  nameOf: (place: UtcDay) => string;
}

export function bucketsOf({ from, to }: DayRange): Buckets {
  const days = daysBetween(from, to);
  if (days.length <= MOST_DAYS)
    return {
      places: days,
      unit: "day",
      placeOf: (day) => day,
      daysOf: (day) => ({ from: day, to: day }),
      nameOf: displayShortDay,
    };
  const daysOf = (place: UtcDay) => {
    const end = addDays(place, WEEK - 1);
    return { from: place, to: end < to ? end : to };
  };
  return {
    places: days.filter((_, index) => index % WEEK === 0),
    unit: "week",
    placeOf: (day) => {
      const after = Math.round((startOfDay(day).getTime() - startOfDay(from).getTime()) / DAY_MS);
      return addDays(from, after - (after % WEEK));
    },
    daysOf,
    nameOf: (place) => displayShortRange(place, daysOf(place).to),
  };
}
