import { atStripe } from "@/lib/testing/stripe";
import { expect, it } from "vitest";
import { saveBillingDetails } from "@/lib/accounts/billing-details";
import { testPerson } from "@/lib/testing/people";
import { describeKnownCustomer } from "./describe-customer";
import { ensureCustomer, knownCustomer } from "./ensure-customer";

const DETAILS = {
  ...{ name: "Acme GmbH", line1: "Weg 1", line2: "", postalCode: "10115", city: "Berlin" },
  ...{ state: "", country: "DE", taxId: "DE 1" },
};

it("names the customer by the account, then by the billing details, and keeps what connects the two", async () => {
  const { ctx, person } = await testPerson();
  // Before there is a customer, there is nothing to tell, and none is made.
  await describeKnownCustomer(ctx.accountId);
  expect(await knownCustomer(ctx.accountId)).toBeNull();
  const id = await ensureCustomer(ctx.accountId);
  expect(await atStripe.customers.retrieve(id)).toMatchObject({ name: "Test account", email: person.email });
  await saveBillingDetails(ctx, DETAILS);
  await describeKnownCustomer(ctx.accountId);
  await describeKnownCustomer(ctx.accountId);
  expect(await atStripe.customers.retrieve(id)).toMatchObject({
    name: "Acme GmbH",
    email: person.email,
    address: { line1: "Weg 1", postal_code: "10115", city: "Berlin", country: "DE" },
    metadata: { account_id: ctx.accountId, tax_id: "DE 1" },
  });
});

it("has nothing to say of a customer that Stripe does not know any more", async () => {
  const { ctx } = await testPerson();
  const id = await ensureCustomer(ctx.accountId);
  await atStripe.customers.del(id);
  await saveBillingDetails(ctx, DETAILS);
  await expect(describeKnownCustomer(ctx.accountId)).resolves.toBeUndefined();
});
