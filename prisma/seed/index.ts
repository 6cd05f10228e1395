import { randomInt } from "node:crypto";
import { saveBillingDetails } from "@/lib/accounts/billing-details";
import { createAccount } from "@/lib/accounts/create-account";
import { createKey, createPlatformKey } from "@/lib/accounts/keys";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Operator } from "@/lib/accounts/operator";
import { createProject } from "@/lib/accounts/projects";
import { createTeam } from "@/lib/accounts/teams";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { type Context, type Permission, systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { COLLEAGUE, COMPANIES, type Company, OPERATOR } from "./companies";
import { DAYS, firstDay, liveThrough, type Operators } from "./history";
import { setLimits } from "./limits";
import { Chance } from "./random";

/** What signs in to the demo, and what scripts use. */
export interface DemoSecrets {
  accounts: { id: string; name: string }[];
  users: { email: string; password: string; role: string; account: string }[];
  account_key: string;
  platform_key: string;
}

const SEED = 20_261_121;
const KEY_SCOPES: readonly Permission[] = [
  "account:read",
  "usage:read",
  "usage:write",
  "ledger:read",
  "authorizations:write",
];

/** Creates two companies with 90 days of believable history. What happens in it comes from a seed; passwords and keys are this installation's own. */
export async function seedDemo({
  onProgress,
}: {
  onProgress: (message: string) => void;
}): Promise<DemoSecrets> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const users = new Map<string, string>();
  const secrets: DemoSecrets = { accounts: [], users: [], account_key: "", platform_key: "" };
  const operators: Operators = {
    operator: await createOperator(OPERATOR, passwordHash),
    colleague: await createOperator(COLLEAGUE, passwordHash),
  };
  const now = new Date();
  let days = 0;
  for (const [index, company] of COMPANIES.entries()) {
    const ctx = await openCompany(company, users, passwordHash, firstDay(now));
    secrets.accounts.push({ id: ctx.accountId, name: company.name });
    for (const { email, role } of company.people)
      secrets.users.push({ email, password, role, account: ctx.accountId });
    const made = await createKey(ctx, { name: index === 0 ? "Demo key" : "Gateway", scopes: KEY_SCOPES });
    const service: Context = {
      ...ctx,
      actor: { kind: "key", keyId: made.id, name: "Gateway", platform: false },
    };
    await liveThrough(ctx, service, company, new Chance(SEED + index), now, operators, () => {
      days += 1;
      if (days % 15 === 0) onProgress(`${days} of ${COMPANIES.length * (DAYS + 1)} days`);
    });
    const owner = company.people.find(({ role }) => role === "owner");
    if (owner) await setLimits(ctx, service, company, { ...owner, userId: users.get(owner.email) ?? "" });
    if (index === 0) secrets.account_key = made.key;
  }
  for (const { email } of [OPERATOR, COLLEAGUE])
    secrets.users.push({ email, password, role: "operator", account: "" });
  secrets.platform_key = (await createPlatformKey({ name: "Demo platform key" })).key;
  return secrets;
}

async function openCompany(
  company: Company,
  users: Map<string, string>,
  passwordHash: string,
  opened: Date,
): Promise<Context> {
  for (const { name, email } of company.people) {
    if (!users.has(email))
      users.set(email, await createPerson({ name, email, passwordHash, isOperator: false }));
  }
  const idOf = (email: string) => users.get(email) ?? "";
  const actor = { kind: "system", name: "demo" } as const;
  const ownerId = idOf(company.people.find(({ role }) => role === "owner")?.email ?? "");
  const accountId = await createAccount({
    name: company.name,
    ownerId,
    starter: false,
    actor,
    requestId: "demo",
    at: opened,
  });
  const ctx = systemContext(accountId, "demo");
  if (company.billing) await saveBillingDetails(ctx, company.billing);
  const others = company.people.filter(({ email }) => idOf(email) !== ownerId);
  await inAccount(accountId, (tx) =>
    tx.member.createMany({
      data: others.map(({ email, role }) => ({ accountId, userId: idOf(email), role, createdAt: opened })),
    }),
  );
  const teams = new Map<string, string>();
  for (const { slug, name, members } of company.teams) {
    const teamId = await createTeam(ctx, { slug, name });
    teams.set(slug, teamId);
    await inAccount(accountId, (tx) =>
      tx.teamMember.createMany({
        data: members.map((email) => ({ accountId, teamId, userId: idOf(email) })),
      }),
    );
  }
  for (const { slug, name, team } of company.projects)
    await createProject(ctx, { slug, name, teamId: teams.get(team) ?? null });
  return ctx;
}

/** Someone who runs the demo's installation, as the history knows them: nobody is signed in yet. */
async function createOperator(person: typeof OPERATOR, passwordHash: string): Promise<Operator> {
  const userId = await createPerson({ ...person, passwordHash, isOperator: true });
  const actor = { kind: "operator", userId, email: person.email, sessionId: "" } as const;
  return { actor, requestId: "demo" };
}

async function createPerson({
  name,
  email,
  passwordHash,
  isOperator,
}: {
  name: string;
  email: string;
  passwordHash: string;
  isOperator: boolean;
}): Promise<string> {
  const known = await prisma().user.findUnique({ where: { email }, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  await prisma().user.create({
    data: { id, name, email, passwordHash, isOperator, emailVerifiedAt: new Date() },
  });
  return id;
}

const WORDS = [
  "amber",
  "basil",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "heron",
  "inlet",
  "jade",
  "kelp",
  "larch",
  "maple",
  "nectar",
  "opal",
  "pine",
];

/** A password that can be typed: this installation's own, because even a demo may be reachable by others. */
function newPassword(): string {
  const word = () => WORDS[randomInt(WORDS.length)] ?? "";
  return `${word()}-${word()}-${word()}-${randomInt(1_000, 10_000)}`;
}
