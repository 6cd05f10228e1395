import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { signInTest, TEST_PASSWORD, testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { inviteMember, listInvitations, revokeInvitation } from "./invitations";
import { removeMember } from "./members";
import { signUp } from "./sign-up";

const tokenSentTo = async (email: string): Promise<string> => {
  const mail = await prisma().email.findFirstOrThrow({
    where: { recipient: email, template: "invitation" },
    orderBy: { id: "desc" },
  });
  return /token=([\w-]{43})/.exec(mail.plain)?.[1] ?? "";
};
const from = { address: "test", requestId: "req_test" };

it("brings an invited person in by sign-up, with the role, and into no account of their own", async () => {
  const { ctx, accountId } = await testPerson();
  const email = `${newId()}@example.com`;
  await inviteMember(ctx, { email, role: "billing" });
  await signUp({ name: "Bo", email, password: TEST_PASSWORD, invitation: await tokenSentTo(email) }, from);
  const person = await signInTest(email);
  expect(person.memberships).toMatchObject([{ accountId, role: "billing" }]);
  expect(await listInvitations(ctx)).toEqual([]);
});

it("works once when it is accepted ten times at once", async () => {
  const { ctx, accountId } = await testPerson();
  const { person } = await testPerson();
  await inviteMember(ctx, { email: person.email, role: "member" });
  const token = await tokenSentTo(person.email);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => acceptInvitation(person, { token }, "req_test")),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const members = await inAccount(accountId, (tx) => tx.member.count({ where: { accountId } }));
  expect(members).toBe(2);
});

it("is for the address it was sent to, and for nobody else who has the link", async () => {
  const { ctx } = await testPerson();
  const { person: other } = await testPerson();
  const email = `${newId()}@example.com`;
  await inviteMember(ctx, { email, role: "admin" });
  const token = await tokenSentTo(email);
  await expect(acceptInvitation(other, { token }, "req_test")).rejects.toMatchObject({ code: "forbidden" });
  const thief = { name: "Eve", email: `${newId()}@example.com`, password: TEST_PASSWORD, invitation: token };
  await expect(signUp(thief, from)).rejects.toMatchObject({ faults: [{ field: "email" }] });
  expect(await prisma().user.count({ where: { email: thief.email } })).toBe(0);
});

it("is over when it was withdrawn, replaced, or is older than seven days", async () => {
  const { ctx, accountId } = await testPerson();
  const email = `${newId()}@example.com`;
  await inviteMember(ctx, { email, role: "member" });
  const first = await tokenSentTo(email);
  await inviteMember(ctx, { email, role: "member" });
  const second = await tokenSentTo(email);
  await expect(readInvitation(first)).rejects.toMatchObject({ code: "gone" });
  const [open] = await listInvitations(ctx);
  await inAccount(accountId, (tx) =>
    tx.invitation.updateMany({
      where: { accountId, id: open?.id ?? "" },
      data: { expiresAt: new Date(Date.now() - 1) },
    }),
  );
  await expect(readInvitation(second)).rejects.toMatchObject({ code: "gone" });
  await revokeInvitation(ctx, { id: open?.id ?? "" });
  await expect(readInvitation(second)).rejects.toMatchObject({ code: "gone" });
  await expect(readInvitation("no token at all")).rejects.toMatchObject({ code: "gone" });
});

it("lets only owners invite owners, and nobody invite a member again", async () => {
  const { accountId, ctx: owner } = await testPerson();
  const { ctx: admin, person } = await testMember(accountId, "admin");
  const email = `${newId()}@example.com`;
  await expect(inviteMember(admin, { email, role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
    faults: [{ field: "role" }],
  });
  await expect(inviteMember(owner, { email: person.email, role: "member" })).rejects.toMatchObject({
    code: "already_exists",
  });
});

it("brings a removed member back with the new role, and leaves a present one's role alone", async () => {
  const { ctx } = await testPerson();
  const { person } = await testPerson();
  await inviteMember(ctx, { email: person.email, role: "admin" });
  await acceptInvitation(person, { token: await tokenSentTo(person.email) }, "req_test");
  await removeMember(ctx, { userId: person.userId, revokeKeys: true });
  await inviteMember(ctx, { email: person.email, role: "member" });
  await acceptInvitation(person, { token: await tokenSentTo(person.email) }, "req_test");
  const back = await signInTest(person.email);
  expect(back.memberships.find(({ accountId }) => accountId === ctx.accountId)?.role).toBe("member");
});
