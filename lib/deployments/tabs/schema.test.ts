import { expect, it } from "vitest";
import { faultsOf } from "@/lib/values/faults";
import { SORT_INSTANCES } from "./instances-view";
import { tabQuery } from "./schema";
import { SORT_GUARDRAILS, SORT_MODELS, SORT_SCRIPTS, SORT_TOOLS } from "./views";

const TABS = {
  tools: tabQuery(SORT_TOOLS),
  models: tabQuery(SORT_MODELS),
  guardrails: tabQuery(SORT_GUARDRAILS),
  scripts: tabQuery(SORT_SCRIPTS),
  instances: tabQuery(SORT_INSTANCES),
};

it.each(Object.entries(TABS))(
  "a file of %s is sorted by its own columns and refuses all others",
  (_, query) => {
    for (const sort of ["name", "-name", "-status"].slice(0, query === TABS.models ? 2 : 3))
      expect(query.parse({ sort })).toEqual({ sort });
    for (const sort of ["price", "--name", "-", "", "constructor", "Name"]) {
      const { error } = query.safeParse({ sort });
      expect(error && faultsOf(error, { sort })).toEqual([
        { field: "sort", message: expect.stringMatching(/^is one of name, /) },
      ]);
    }
  },
);
