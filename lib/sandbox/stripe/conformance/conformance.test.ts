import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { resources } from "../resources";
import { Conformance } from "./conformance";

const folder = process.env.ECU_TEST_DATA && join(process.env.ECU_TEST_DATA, "stripe");
const file =
  folder && existsSync(folder)
    ? readdirSync(folder).find((name) => name.startsWith("stripe-fixtures."))
    : undefined;
const examples =
  folder && file
    ? Object.entries(
        (JSON.parse(readFileSync(join(folder, file), "utf8")) as { fixtures: Record<string, unknown> })
          .fixtures,
      )
    : [];

/** Objects among the examples that the sandbox does not serve. */
const OTHERS = ["mandates", "plans", "tax_ids", "test_helpers/test_clocks"].map((name) => ({
  method: "GET",
  path: `/v1/${name}/:id`,
}));

let conformance: Conformance;
beforeAll(() => {
  conformance = new Conformance([...resources.flatMap(({ routes = [] }) => routes), ...OTHERS]);
}, 60_000);

describe("the declarations of the stripe package, as schemas", () => {
  it.skipIf(examples.length === 0)(
    "fit Stripe's own examples (needs stripe/stripe-fixtures.*.json in ECU_TEST_DATA)",
    () => {
      const faults = examples.flatMap(([kind, example]) =>
        conformance.faultsOfExample(kind, example).map((fault) => `${kind}: ${fault}`),
      );
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
