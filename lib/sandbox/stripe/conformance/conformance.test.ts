import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { resources } from "../resources";
import type { SeenCall } from "../control/calls";
import { Conformance } from "./conformance";
import { callOf } from "./sdk-calls";

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

/** A call as the sandbox notes it. */
const seen = (fields: Partial<SeenCall>): SeenCall => ({
  at: "2026-11-01T00:00:00Z",
  method: "POST",
  path: "/v1/products",
  route: "/v1/products",
  params: {},
  idempotencyKey: null,
  requestId: "req_1",
  status: 200,
  replayed: false,
  legacy: false,
  answer: {},
  ...fields,
});

const PRODUCT = {
  id: "prod_1",
  object: "product",
  active: true,
  created: 1,
  description: null,
  images: [],
  livemode: false,
  marketing_features: [],
  metadata: {},
  name: "ECU",
  package_dimensions: null,
  shippable: null,
  tax_details: null,
  type: "service",
  updated: 1,
  url: null,
};

describe("a call that was seen", () => {
  it("conforms with what is declared, numbers as text in the form", () => {
    expect(conformance.faultsOf(seen({ params: { name: "ECU", active: "true" }, answer: PRODUCT }))).toEqual(
      [],
    );
  });

  it.each<[string, Partial<SeenCall>, string]>([
    ["a field is missing", { params: { name: "ECU" }, answer: { ...PRODUCT, name: undefined } }, "answers"],
    [
      "a field is null that cannot be",
      { params: { name: "ECU" }, answer: { ...PRODUCT, name: null } },
      "answers /name",
    ],
    ["there is a field too many", { params: { name: "ECU" }, answer: { ...PRODUCT, sku: "1" } }, "sku"],
    [
      "a value is not among those that are known",
      { params: { name: "ECU" }, answer: { ...PRODUCT, type: "thing" } },
      "answers /type",
    ],
    [
      "a parameter was taken that is not declared",
      { params: { name: "ECU", color: "red" }, answer: PRODUCT },
      "takes",
    ],
    [
      "a parameter was taken that is no number",
      {
        params: { name: "ECU", default_price_data: { currency: "usd", unit_amount: "much" } },
        answer: PRODUCT,
      },
      "takes /default_price_data/unit_amount",
    ],
    [
      "an event is not of its type",
      {
        method: "GET",
        route: "/v1/events/:id",
        answer: { id: "evt_1", object: "event", type: "product.created" },
      },
      "product.created",
    ],
    ["an error is none", { status: 400, answer: {} }, "no error"],
  ])("is at fault when %s", (_, fields, words) => {
    const faults = conformance.faultsOf(seen(fields));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });

  it("is every call that the sandbox serves, but for those that Stripe does not document", () => {
    const undeclared = resources
      .flatMap(({ routes = [] }) => routes)
      .map(({ method, path }) => callOf(method, path))
      .filter((call) => !conformance.schemas.calls[call]);
    expect(undeclared).toEqual([
      "POST /v1/charges/{}/refunds",
      "POST /v1/events/{}/retry",
      "GET /v1/payment_pages/{}",
      "POST /v1/payment_pages/{}/confirm",
    ]);
  });
});

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
