import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { acrossAccounts, inAccount } from "@/lib/db/transaction";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { findKey } from "./find-key";
import { inviteMember, listInvitations } from "./invitations";
import { createKey } from "./keys";
import { listMembers } from "./members";
import { requestPasswordReset, resetPassword } from "./password-reset";
import { addressToken, proveAddress, sendAddressLink } from "./prove-address";
import { signInThrough } from "./sign-in-through";

const from = () => ({ address: newId(), requestId: "req_test" });
type Squatter = Awaited<ReturnType<typeof testPerson>>;

async function reset(email: string): Promise<void> {
  await requestPasswordReset({ email }, from());
  const { plain } = await newestMail(email, "password-reset");
  const token = /token=([\w-]{43})/.exec(plain)?.[1] ?? "";
  await resetPassword({ token, password: "another summer rain" }, from());
}

const newestMail = (recipient: string, template: string) =>
  prisma().email.findFirstOrThrow({ where: { recipient, template }, orderBy: { id: "desc" } });

/** Somebody signs up with an address of others, and leaves doors open: as before invitations asked for a proof. */
async function squat(): Promise<Squatter & { evil: { userId: string; key: string }; endpointId: string }> {
  const squatter = await testPerson({ proven: false });
  const { accountId } = squatter;
  const { person, ctx } = await testMember(accountId, "owner");
  await inviteMember(ctx, { email: `${newId()}@example.com`, role: "owner" });
  const { key } = await createKey(ctx, { name: "left behind", scopes: ["usage:read"] });
  const endpointId = newId();
  await inAccount(accountId, async (tx) => {
    await tx.webhookEndpoint.create({
      data: {
        ...{ accountId, id: endpointId, url: "https://evil.example/", createdBy: "test" },
        secret: new Uint8Array(64),
      },
    });
    await tx.providerKey.create({
      data: {
        ...{ accountId, id: newId(), provider: "openai", name: "Theirs", last4: "6789", createdBy: "test" },
        sealed: new Uint8Array(64),
      },
    });
    await tx.alertThreshold.create({
      data: {
        ...{ accountId, unit: "credit", kind: "used_percent", value: 80n, createdBy: "test" },
        ...{ inBanner: true, byEmail: true, byWebhook: false, roles: [], emails: ["spy@evil.example"] },
      },
    });
  });
  return { ...squatter, evil: { userId: person.userId, key }, endpointId };
}

const provings = {
  "by a new password": (email: string) => reset(email),
  "by a provider": (email: string) =>
    signInThrough(
      { provider: "google", subject: newId(), email, emailVerified: true, name: null },
      "req_test",
    ),
};

it.each(Object.entries(provings))(
  "who proves an address %s gets what was opened in their name, without what others left there",
  async (_how, prove) => {
    const { ctx, accountId, person, evil, endpointId } = await squat();
    await prove(person.email);
    expect(await listMembers(ctx)).toMatchObject([{ userId: person.userId, role: "owner" }]);
    expect(await listInvitations(ctx)).toEqual([]);
    expect(await findKey(evil.key, null)).toBeNull();
    const left = await inAccount(accountId, async (tx) => ({
      endpoint: await tx.webhookEndpoint.findUniqueOrThrow({
        where: { accountId_id: { accountId, id: endpointId } },
      }),
      providerKeys: await tx.providerKey.findMany({ where: { accountId } }),
      alerts: await tx.alertThreshold.findMany({ where: { accountId } }),
      deeds: await tx.auditEntry.findMany({ where: { accountId, actorName: "address proven" } }),
    }));
    expect(left.endpoint).toMatchObject({ isEnabled: false, secret: new Uint8Array() });
    expect(left.endpoint.deletedAt).not.toBeNull();
    expect(left.providerKeys).toMatchObject([
      { sealed: new Uint8Array(), revokedAt: expect.any(Date) as Date },
    ]);
    expect(left.alerts).toMatchObject([{ roles: ["owner"], emails: [] }]);
    expect(left.deeds.map(({ action }) => action).toSorted()).toEqual([
      "alert.saved",
      "invitation.revoked",
      "key.revoked",
      "member.removed",
      "provider_key.revoked",
      "webhook.deleted",
    ]);
  },
);

it("tells them by mail what ended", async () => {
  const [first, second] = [await squat(), await squat()];
  await provings["by a new password"](first.person.email);
  await provings["by a provider"](second.person.email);
  for (const [{ person }, template] of [
    [first, "password-changed"],
    [second, "address-proven"],
  ] as const)
    expect((await newestMail(person.email, template)).plain).toContain("open invitations, webhooks");
});

it("ends nothing in accounts of others, and nothing of a person whose address was proven before", async () => {
  const host = await testPerson();
  const guest = await testPerson({ proven: false });
  await acrossAccounts((tx) =>
    tx.member.create({ data: { accountId: host.accountId, userId: guest.person.userId, role: "owner" } }),
  );
  await reset(guest.person.email);
  expect(await listMembers(host.ctx)).toHaveLength(2);
  await testMember(host.accountId, "member");
  await reset(host.person.email);
  expect(await listMembers(host.ctx)).toHaveLength(3);
  expect((await newestMail(host.person.email, "password-changed")).plain).not.toContain("not confirmed");
});

it("nobody invites before their address is proven, and the link can be had once more, a few times", async () => {
  const { ctx, person } = await testPerson({ proven: false });
  const email = `${newId()}@example.com`;
  await expect(inviteMember(ctx, { email, role: "member" })).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("Confirm your address first") as string,
  });
  expect(await prisma().email.count({ where: { recipient: email } })).toBe(0);
  for (let time = 0; time < 3; time += 1) await sendAddressLink(person);
  await expect(sendAddressLink(person)).rejects.toMatchObject({ code: "rate_limited" });
  const { plain } = await newestMail(person.email, "confirm-address");
  expect(plain).toContain(`/confirm-address?token=${addressToken(person)}`);
  await proveAddress(person, addressToken(person));
  await inviteMember(ctx, { email, role: "member" });
  await expect(sendAddressLink(person)).rejects.toMatchObject({ code: "conflict" });
});
