import { isSort, type Sorting } from "@/lib/deployments/tabs/arrange";
import type { DayRange } from "@/lib/values/display/date-presets";
import { utcDay } from "@/lib/values/time";
import { readSearch, type SearchParams } from "../search-params";
import { readPeriod } from "@/components/usage/read-period";

/** What the URL says about a tab of resources. */
export interface TabAsked {
  days: DayRange;
  /** The days that they are compared with, if they are. */
  before: DayRange | null;
  text: string | undefined;
  sort: string | undefined;
  /** The id of the row whose panel is open. */
  open: string | undefined;
  /** The same view with something changed; null takes a name out. */
  hrefWith: (change: Record<string, string | null>) => string;
  /** The query of the tab's CSV: exactly the view. */
  csvQuery: string;
}

const LONGEST_TEXT = 200;

/** Reads the days, search, order and panel of a tab from the URL. */
export async function readTab<Row>(
  path: string,
  params: SearchParams,
  accountId: string,
  { sorting, rowsCompared = true }: { sorting: Sorting<Row>; rowsCompared?: boolean },
): Promise<TabAsked> {
  const search = await readSearch(params);
  const { days, before, compare } = readPeriod(search, utcDay(new Date()));
  const text = search.text?.slice(0, LONGEST_TEXT);
  const sort = isSort(sorting, search.sort) ? search.sort : undefined;
  const view = {
    ...days,
    ...(text && { text }),
    ...(sort && { sort }),
    ...(rowsCompared && compare && { compare }),
    account: accountId,
  };
  return {
    days,
    before,
    text,
    sort,
    open: search.open,
    hrefWith: (change) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      return query ? `${path}?${query}` : path;
    },
    csvQuery: new URLSearchParams(view).toString(),
  };
}
