import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/accounts/find-session";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { browseAs, browser, sessionCookie } from "@/lib/testing/browser";
import { allActions, allRoutes } from "@/lib/testing/doors";
import { everythingOf } from "@/lib/testing/everything-of";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { PERMISSIONS } from "@/lib/values/context";
import { PERMISSIONS_OF_VIEW } from "@/lib/accounts/context-of";
import { ACCOUNT_COOKIE, personOfCookie } from "@/lib/web/session-cookie";
import { authenticate } from "@/lib/web/authenticate";
import { beginView, endView } from "./begin-view";

const routes = await allRoutes();
const actions = await allActions();

let viewer: Awaited<ReturnType<typeof testOperator>>;
let them: Awaited<ReturnType<typeof testPerson>>;
let own: Awaited<ReturnType<typeof testPerson>>;

beforeAll(async () => {
  await ensureDefaultRateCard();
  viewer = await testOperator();
  them = await testPerson();
  own = await testPerson();
  // An operator who also belongs to an account of their own, as its owner.
  const ofOwn = { accountId: own.accountId, userId: viewer.person.userId, role: "owner" } as const;
  await inAccount(own.accountId, (tx) => tx.member.create({ data: ofOwn }));
  await beginView(viewer.operator, { accountId: them.accountId, reason: "Ticket 42" });
});

const asked = async (person: Person) => personOfCookie(await sessionCookie(person));
const everything = () => everythingOf(them.accountId, [them.person.userId]);
const ownThings = () => everythingOf(own.accountId, [own.person.userId]);

describe("a view", () => {
  it("is the session's, stands in the account's log with its reason, and gives nothing but reading", async () => {
    const person = await asked(viewer.person);
    expect(person).toMatchObject({ memberships: [], viewing: { accountId: them.accountId } });
    const log = { where: { accountId: them.accountId, action: "account.viewed" } };
    expect(await prisma().operatorAuditEntry.findMany(log)).toMatchObject([
      { details: { reason: "Ticket 42" } },
    ]);
    expect(await inAccount(them.accountId, (tx) => tx.auditEntry.findMany(log))).toHaveLength(1);
    const cookie = `ecu-session=${await sessionCookie(viewer.person)}; ${ACCOUNT_COOKIE}=${own.accountId}`;
    const ctx = await authenticate(new Request("http://console.test/", { headers: { cookie } }), "req_test");
    expect(ctx).toMatchObject({ accountId: them.accountId, actor: { kind: "operator" } });
    expect([...ctx.permissions].toSorted()).toEqual([...PERMISSIONS_OF_VIEW].toSorted());
    expect(PERMISSIONS_OF_VIEW.every((permission) => permission.endsWith(":read"))).toBe(true);
  });

  it("is of one account: the operator's own is not reached meanwhile", async () => {
    const headers = { cookie: `ecu-session=${await sessionCookie(viewer.person)}` };
    const url = `http://console.test/?account=${own.accountId}`;
    await expect(authenticate(new Request(url, { headers }), "req_test")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("ends when it is left, when its hour is over, and when they are no operator any more", async () => {
    const { person, operator } = await testOperator();
    const begin = () => beginView(operator, { accountId: them.accountId, reason: "Ticket 43" });
    await begin();
    await begin();
    expect(await prisma().operatorView.count({ where: { sessionId: person.sessionId, endedAt: null } })).toBe(
      1,
    );
    expect((await asked(person))?.viewing).toBeDefined();
    await endView(operator);
    expect((await asked(person))?.viewing).toBeUndefined();
    const sessionId = person.sessionId;
    const long = new Date(Date.now() - 7_200_000);
    await prisma().operatorView.create({
      data: {
        ...{ id: crypto.randomUUID(), operatorId: person.userId, sessionId, accountId: them.accountId },
        ...{ reason: "Ticket 44", startedAt: long, expiresAt: new Date(long.getTime() + 3_600_000) },
      },
    });
    expect((await asked(person))?.viewing).toBeUndefined();
    await begin();
    await prisma().user.update({ where: { id: person.userId }, data: { isOperator: false } });
    expect((await asked(person))?.viewing).toBeUndefined();
  });

  it("is one, however many tabs begin one at the same moment", async () => {
    const { person, operator } = await testOperator();
    const begun = [them, own, them, own].map(({ accountId }) =>
      beginView(operator, { accountId, reason: "Ticket 46" }),
    );
    await Promise.all(begun);
    const { sessionId } = person;
    expect(await prisma().operatorView.count({ where: { sessionId } })).toBe(4);
    expect(await prisma().operatorView.count({ where: { sessionId, endedAt: null } })).toBe(1);
  });

  it("of an account that is not there does not begin", async () => {
    const { operator } = await testOperator();
    const nowhere = { accountId: crypto.randomUUID(), reason: "Ticket 45" };
    await expect(beginView(operator, nowhere)).rejects.toMatchObject({ code: "not_found" });
  });
});

// Signing out ends the view with its session.
const written = actions.filter(
  ({ name, run }) => (run.action.door === "account" || run.action.door === "person") && name !== "signOut",
);

describe("through a view nothing is written:", () => {
  let before: Record<string, string>[];
  beforeAll(async () => {
    before = [await everything(), await ownThings()];
  });

  describe.each(written)("action $name in a view", ({ run }) => {
    it("is refused before its input is looked at, and changes nothing of anybody", async () => {
      await browseAs(viewer.person);
      for (const accountId of [undefined, them.accountId, own.accountId]) {
        browser.cookies.set(ACCOUNT_COOKIE, accountId ?? own.accountId);
        expect(await run({} as never, accountId)).toMatchObject({ ok: false, code: "forbidden" });
      }
      expect([await everything(), await ownThings()]).toEqual(before);
    });
  });

  describe.each(routes)("$name in a view", ({ handler, method, path }) => {
    it(
      method === "GET" ? "changes nothing, and notes who saved a file" : "is closed to the session",
      async () => {
        const before = await everything();
        const cookie = `ecu-session=${await sessionCookie(viewer.person)}; ${ACCOUNT_COOKIE}=${them.accountId}`;
        const headers = { cookie, "sec-fetch-site": "same-origin" };
        const signal = AbortSignal.abort();
        const body = method === "GET" ? undefined : "{}";
        const answer = await handler(
          new Request(`http://console.test${path}`, { method, headers, body, signal }),
          {
            params: Promise.resolve({}),
          },
        );
        await answer.body?.cancel();
        if (handler.endpoint.door === "account" && method !== "GET") expect(answer.status).toBe(401);
        const scope = handler.endpoint.scope;
        if (method === "GET" && scope !== null && !PERMISSIONS_OF_VIEW.includes(scope))
          expect(answer.status).toBe(403);
        const isFile = answer.ok && answer.headers.get("content-disposition")?.startsWith("attachment");
        const logs = ["audit_log by account_id", "operator_audit by account_id"];
        for (const [what, digest] of Object.entries(await everything()))
          if (isFile && handler.endpoint.door === "account" && logs.includes(what))
            expect([what, rowsOf(digest)]).toEqual([what, rowsOf(before[what]) + 1]);
          else expect([what, digest]).toEqual([what, before[what]]);
      },
    );
  });
});

it("a file that is saved in a view stands in the account's log with its name", async () => {
  const cookie = `ecu-session=${await sessionCookie(viewer.person)}; ${ACCOUNT_COOKIE}=${them.accountId}`;
  const route = routes.find(({ path }) => path.endsWith("/grants.csv"));
  const answer = await route?.handler(
    new Request("http://console.test/api/v1/grants.csv", {
      headers: { cookie, "sec-fetch-site": "same-origin" },
    }),
    { params: Promise.resolve({}) },
  );
  const file = /filename="(.+)"/.exec(answer?.headers.get("content-disposition") ?? "")?.[1];
  await answer?.body?.cancel();
  expect(answer?.status).toBe(200);
  expect(file).toMatch(/\.csv$/);
  const log = { where: { accountId: them.accountId, action: "account.file_saved" } };
  const last = { ...log, orderBy: { createdAt: "desc" } } as const;
  expect(await inAccount(them.accountId, (tx) => tx.auditEntry.findFirst(last))).toMatchObject({
    actorKind: "operator",
    details: { file },
  });
});

function rowsOf(digest = ""): number {
  return Number(digest.split(" ")[0]);
}

it("tries every permission that writes", () => {
  expect(written.length).toBeGreaterThan(40);
  expect(
    PERMISSIONS.filter((one) => !PERMISSIONS_OF_VIEW.includes(one)).every((one) => one.endsWith(":write")),
  ).toBe(true);
});
