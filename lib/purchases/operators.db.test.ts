import { atStripe, news, send } from "@/lib/testing/stripe";
import { expect, it } from "vitest";
import { operatorOf } from "@/lib/accounts/operator";
import { setOperator } from "@/lib/accounts/person";
import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { applyStripeEvent } from "./apply-event";
import { createLead, listLeads, readLead, setLeadStatus } from "./leads";
import { listStripeEvents, replayStripeEvent } from "./stripe-events";

async function testOperator() {
  const { person } = await testPerson();
  await setOperator(person.email, true);
  return { person, operator: operatorOf({ ...person, isOperator: true }, "req_test") };
}

it("somebody who runs nothing is no operator", async () => {
  const { person } = await testPerson();
  expect(() => operatorOf(person, "req_test")).toThrow(expect.objectContaining({ code: "not_found" }));
});

it("a lead reaches every operator by mail, is listed, and goes on", async () => {
  const { person, operator } = await testOperator();
  const { ctx, accountId } = await testPerson();
  const { id } = await createLead(ctx, {
    name: "Ada",
    email: "ada@example.com",
    company: "Engines",
    volume: "1 million a year",
    message: "Call me <b>now</b>",
  });
  const mail = await prisma().email.findFirstOrThrow({ where: { accountId, recipient: person.email } });
  expect(mail.plain).toContain("1 million a year");
  expect(mail.html).not.toContain("<b>now</b>");
  const lead = async () => (await listLeads(operator)).find((one) => one.id === id);
  expect(await lead()).toMatchObject({ accountId, accountName: "Test account", status: "new" });
  expect(await readLead(operator, id)).toEqual(await lead());
  expect(await readLead(operator, newId())).toBeNull();
  await setLeadStatus(operator, { accountId, id, status: "contacted" });
  expect(await lead()).toMatchObject({ status: "contacted" });
  await expect(setLeadStatus(operator, { accountId, id: newId(), status: "won" })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("asks for leads at most ten times a day", async () => {
  const { ctx } = await testPerson();
  const lead = { name: "Ada", email: "ada@example.com", company: "", volume: "", message: "" };
  for (let tries = 0; tries < 10; tries++) await createLead(ctx, lead);
  await expect(createLead(ctx, lead)).rejects.toMatchObject({ code: "rate_limited" });
});

it("events are listed newest first, page by page, by status, and applied again when asked", async () => {
  const { operator } = await testOperator();
  for (let count = 0; count < 55; count++) await atStripe.customers.create({ name: `Somebody ${count}` });
  const events = await news();
  for (const event of events) await send(event);
  const first = await listStripeEvents(operator, {});
  expect(first.rows).toHaveLength(50);
  const rest = await listStripeEvents(operator, { before: first.next ?? "" });
  const all = [...first.rows, ...rest.rows];
  expect(all.map(({ id }) => id).toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  expect(rest.next).toBeNull();
  const [event] = all;
  if (!event) throw new Error("there is no event");
  await applyStripeEvent(event.id);
  expect(await prisma().stripeEvent.findUnique({ where: { id: event.id } })).toMatchObject({
    status: "ignored",
  });
  await acrossAccounts((tx) => tx.outbox.deleteMany());
  await replayStripeEvent(operator, { id: event.id });
  expect((await listStripeEvents(operator, { status: "received" })).rows.map(({ id }) => id)).toContain(
    event.id,
  );
  expect(await acrossAccounts((tx) => tx.outbox.findMany())).toMatchObject([
    { task: "stripe.apply", payload: { eventId: event.id } },
  ]);
  await expect(replayStripeEvent(operator, { id: "evt_nothing" })).rejects.toMatchObject({
    code: "not_found",
  });
});
