import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { exportAudit } from "./export-audit";
import { type AuditFilter, listActors, listAudit } from "./list-audit";
import { exportMembers } from "./export-members";
import { listMembers } from "./members";

const read = async (stream: ReadableStream<Uint8Array>) =>
  (await new Response(stream).text()).trimEnd().split("\n");

it("exports the whole audit log in the order of its pages, however many there are, and runs nothing in a spreadsheet", async () => {
  const { ctx, accountId } = await testPerson();
  const ids = Array.from({ length: 1_050 }, () => newId());
  await inAccount(accountId, (tx) =>
    tx.auditEntry.createMany({
      data: ids.map((id, at) => ({
        ...{ accountId, id, actorKind: "member", actorId: "x", actorName: "=HYPERLINK(1)" },
        ...{ action: "team.created", subjectType: "team", subjectId: `${at}`, requestId: "r" },
        details: { name: "Core, Berlin" },
      })),
    }),
  );
  const [header, ...lines] = await read(exportAudit(ctx));
  expect(header).toBe("at,actor_kind,actor,action,subject_type,subject_id,details,request_id,id");
  const exported = lines.map((line) => line.split(",").at(-1));
  expect(exported.filter((id) => ids.includes(id ?? ""))).toEqual(ids.toSorted().toReversed());
  expect(lines[0]).toContain(",'=HYPERLINK(1),team.created,team,");
  expect(lines[0]).toContain('"{""name"":""Core, Berlin""}"');
  expect(new Set(exported).size).toBe(exported.length);
});

it("shows what one did, of one kind and in some days, page by page, and exports exactly that", async () => {
  const { ctx, accountId } = await testPerson();
  const { ctx: ada } = await testMember(accountId, "admin");
  const doer = (kind: string, id: string, name: string) => ({
    actorKind: kind,
    actorId: id,
    actorName: name,
  });
  const [eve, key, night] = [
    doer("member", "eve", "Eve <eve@example.com>"),
    doer("key", "key-1", "CI"),
    doer("system", "webhooks", "webhooks"),
  ];
  const entry = (day: string, by: ReturnType<typeof doer>, action: string) => ({
    ...{ accountId, id: newId(), createdAt: new Date(`2026-03-${day}T23:59:59.999Z`), ...by, action },
  });
  const [made, renamed, replayed, added, off, rerated] = [
    entry("01", eve, "key.created"),
    entry("02", eve, "provider_key.saved"),
    entry("02", key, "webhook.replayed"),
    entry("03", { ...eve, actorName: "Eve Doe <eve@example.com>" }, "webhook.created"),
    entry("04", night, "webhook.switched_off"),
    entry("04", doer("system", "re-rate", "re-rate"), "re_rate.posted"),
  ] as const;
  await inAccount(accountId, (tx) =>
    tx.auditEntry.createMany({ data: [made, renamed, replayed, added, off, rerated] }),
  );
  const expectShown = async (filter: AuditFilter, entries: readonly { id: string }[]) => {
    const ids = entries.map(({ id }) => id);
    const shown: string[] = [];
    for (let more = true; more;) {
      const page = await listAudit(ada, shown.at(-1) ?? null, filter, 1);
      shown.push(...page.rows.map(({ id }) => id));
      more = page.more;
    }
    expect(shown).toEqual(ids);
    const [, ...lines] = await read(exportAudit(ada, filter));
    expect(lines.map((line) => line.split(",").at(-1))).toEqual(ids);
  };
  await expectShown({ actor: "eve" }, [added, renamed, made]);
  await expectShown({ actor: "eve", kind: "keys" }, [renamed, made]);
  await expectShown({ actor: "system" }, [rerated, off]);
  await expectShown({ kind: "webhooks" }, [off, added, replayed]);
  await expectShown({ from: "2026-03-02", to: "2026-03-03" }, [added, replayed, renamed]);
  await expectShown({ to: "2026-03-01" }, [made]);
  await expectShown({ actor: "key-1", kind: "keys" }, []);
  const actors = await listActors(ctx);
  expect(actors).toEqual(
    expect.arrayContaining([
      { id: "eve", kind: "member", name: "Eve Doe <eve@example.com>" },
      { id: "key-1", kind: "key", name: "CI" },
    ]),
  );
  expect(actors.filter(({ kind }) => kind === "system")).toHaveLength(1);
  const { ctx: member } = await testMember(accountId, "member");
  await expect(listActors(member)).rejects.toMatchObject({ code: "forbidden" });
});

it("exports members as the page lists them, and the audit log to those alone who may read it", async () => {
  const { ctx, accountId } = await testPerson();
  const { ctx: member } = await testMember(accountId, "member");
  const [header, ...lines] = (await exportMembers(member)).trimEnd().split("\n");
  expect(header).toBe("name,email,role,teams,joined_at,id");
  const listed = await listMembers(ctx);
  expect(lines.map((line) => line.split(",").at(-1))).toEqual(listed.map(({ userId }) => userId));
  expect(lines.map((line) => line.split(",")[2])).toEqual(listed.map(({ role }) => role));
  expect(() => exportAudit(member)).toThrow(expect.objectContaining({ code: "forbidden" }));
});
