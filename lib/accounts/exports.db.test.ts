import { expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { exportAudit } from "./export-audit";
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
