import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Column, DataTable } from "@/components/ui/data-table";
import { textOf } from "@/lib/testing/text-of";
import { DeploymentsTable } from "./deployments-table";
import { PartsTable } from "./parts-table";
import { guardrailColumns, modelColumns, scriptColumns, toolColumns } from "./tab-columns";

const ASKED = {
  sorted: { field: "name", descending: false, hrefOf: (sort: string) => `?sort=${sort}` },
  hrefOf: (id: string) => `?open=${id}`,
  creditValue: "0.1",
  before: null,
};
const SPENT = { credits: "12.5", settled: "12.5", held: "0" };
const DEPLOYED = { id: "one", name: "The one", status: "deployed" } as const;
const DAY = "2026-11-20";

/** The heads of a rendered table, and the words of its rows and foot. */
function readTable(html: string): { heads: string[]; rows: string } {
  const heads = [...(html.split("</thead>")[0] ?? "").matchAll(/<th[^>]*>(.*?)<\/th>/g)];
  return { heads: heads.map(([, head = ""]) => textOf(head)), rows: textOf(html.split("</thead>")[1] ?? "") };
}

function tableOf<Row extends { id: string }>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  return readTable(
    renderToStaticMarkup(<DataTable caption="Tab" columns={columns} rows={rows} rowKey={({ id }) => id} />),
  );
}

describe("the tabs of usage", () => {
  it("have of each tool its name, runs, owner, when it was active last, and its status", () => {
    const tools = [{ ...DEPLOYED, runs: "1204", owner: "Ada", last_active_on: DAY }];
    const { heads, rows } = tableOf(toolColumns(tools, ASKED), tools);
    expect(heads).toEqual(["Tool name", "Runs", "Owner", "Last active on", "Status"]);
    expect(rows).toContain("Deployed 1,204 runs Ada last active on 20 Nov 2026 Deployed");
  });

  it("have of each model its name, type, credits, and when it was deployed last", () => {
    const models = [{ ...DEPLOYED, ...SPENT, type: "fine_tuned", deployments: 2, last_deployed_on: DAY }];
    const { heads, rows } = tableOf(modelColumns(models, ASKED), models);
    expect(heads).toEqual(["Model name", "Type", "Deployments", "Credits used (ECU)", "Last deployed on"]);
    expect(rows).toContain("The one Fine-tuned 2 12.5000");
    expect(rows).toContain("20 Nov 2026");
  });

  it("have of each guardrail its name, credits, time, when it was deployed last, and its status", () => {
    const guardrails = [{ ...DEPLOYED, ...SPENT, seconds: 9_000, last_deployed_on: DAY }];
    const { heads, rows } = tableOf(guardrailColumns(guardrails, ASKED), guardrails);
    expect(heads).toEqual(["Name", "Credits (ECU)", "Time", "Last deployed on", "Status"]);
    expect(rows).toMatch(/12\.5000 .*2 h 30 min .*20 Nov 2026 Deployed/);
  });

  it("have of each script its name, language with its version, credits, when it was active last, and its status", () => {
    const python = { language: "python", language_version: "3.12" };
    const scripts = [{ ...DEPLOYED, ...SPENT, ...python, seconds: 9_000, last_active_on: DAY }];
    const { heads, rows } = tableOf(scriptColumns(scripts, ASKED), scripts);
    expect(heads).toEqual([
      ...["Script name", "Language (version)", "Credits used (ECU)"],
      ...["Hosting time", "Last active on", "Status"],
    ]);
    expect(rows).toMatch(/Python \(3\.12\) 12\.5000 .*2 h 30 min .*20 Nov 2026 Deployed/);
  });

  it.each([
    ["deployed", "Deployed"],
    ["undeployed", "Undeployed"],
    ["deleted", "Deleted"],
  ] as const)("say of what is %s that it is", (status, word) => {
    const tools = [{ ...DEPLOYED, status, runs: "0", owner: "", last_active_on: null }];
    expect(tableOf(toolColumns(tools, ASKED), tools).rows).toContain(`— ${word} Total`);
  });
});

it("the deployments of a model have their name, type, credits, last update and status, and its own use beside", () => {
  const model = { ...DEPLOYED, ...SPENT, type: "base", deployments: 1, last_deployed_on: DAY };
  const one = { id: "eu", name: "llama-eu", type: "dedicated", status: "undeployed" } as const;
  const usage = {
    ...{ model, own: { ...SPENT, credits: "2.5" }, instances: { ...SPENT, credits: "0" } },
    deployments: [{ ...one, ...SPENT, credits: "10", last_updated_on: DAY }],
  };
  const { heads, rows } = readTable(renderToStaticMarkup(<DeploymentsTable usage={usage} />));
  expect(heads).toEqual(["Name", "Credits used (ECU)", "Type", "Last updated on"]);
  expect(rows).toMatch(
    /^llama-eu Undeployed 10\.0000 .*dedicated updated 20 Nov 2026 The model itself 2\.5000/,
  );
  expect(rows).toMatch(/Total 12\.5000/);
});

describe("the panel of what is hosted", () => {
  const part = { price: "1", seconds: 9_000, credits: "5" };

  it("has of a guardrail its CPU's type and count, how long it ran, its credits and their total", () => {
    const parts = [{ ...part, hardware: "cpu-medium", noun: "CPU", meter: "hour", count: "2" }];
    const { heads, rows } = readTable(
      renderToStaticMarkup(<PartsTable parts={parts} metered="0.25" total="5.25" />),
    );
    expect(heads).toEqual(["Hardware", "Time", "Credits (ECU)"]);
    expect(rows).toBe(
      "2 × CPU medium 1 ECU an hour each CPU 2 h 30 min 5.0000 Metered calls 0.2500 Total 5.2500",
    );
  });

  it("has of a script its vCPUs and memory, hours and minutes, the credits of each and their total", () => {
    const parts = [
      { ...part, hardware: "", noun: "vCPU", meter: "vcpu_hour", count: "2", price: "0.2", credits: "1" },
      {
        ...part,
        hardware: "",
        noun: "GB",
        meter: "memory_gb_hour",
        count: "4",
        price: "0.025",
        credits: "0.25",
      },
    ];
    const { rows } = readTable(renderToStaticMarkup(<PartsTable parts={parts} metered="0" total="1.25" />));
    expect(rows).toMatch(/^2 vCPU 0\.2 ECU an hour each vCPU 2 h 30 min 1\.0000/);
    expect(rows).toMatch(/4 GB memory 0\.025 ECU an hour each GB 2 h 30 min 0\.2500 Total 1\.2500$/);
  });
});
