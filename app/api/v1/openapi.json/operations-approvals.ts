import { z } from "zod";
import { ApprovalAnswer, MandateAnswer } from "@/lib/approvals/schema";
import { BudgetAnswer } from "@/lib/budgets/schema";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as readApproval } from "../approvals/[id]/route";
import { POST as askApproval } from "../approvals/route";
import { DELETE as archiveBudget, GET as readBudget, PATCH as changeBudget } from "../budgets/[id]/route";
import { GET as listBudgets, POST as createBudget } from "../budgets/route";
import { GET as readMandate } from "../mandates/[id]/route";
import { GET as listMandates, POST as askMandate } from "../mandates/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });

/** What people set limits by, and agree to before it runs. */
export const APPROVALS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/approvals",
    tag: "Approvals",
    summary: "Ask a person to approve a job's cost",
    description:
      "Send somebody to url, as you would to a checkout. Once they approve, the worst case is held, and authorization_id names the hold: capture or " +
      "release it as any authorization. They come back to return_url with approval=<id>&status=approved|declined; read the approval before you trust it.",
    endpoint: askApproval.endpoint,
    example: {
      title: "Evaluation run 81",
      reason: "2000 traces with three judges",
      operations: [{ model: "gpt-4o", input_tokens: 1200, max_output_tokens: 300, count: 2000 }],
      return_url: "https://app.example.com/runs/81",
      hold_for: 7200,
    },
    answer: { status: 201, description: "The request, pending.", schema: ApprovalAnswer },
  },
  {
    method: "get",
    path: "/api/v1/approvals/{id}",
    tag: "Approvals",
    summary: "Read what became of an approval",
    endpoint: readApproval.endpoint,
    answer: ok("The approval as it is now.", ApprovalAnswer),
  },
  {
    method: "post",
    path: "/api/v1/mandates",
    tag: "Approvals",
    summary: "Ask for a mandate to spend",
    description:
      "For agents: up to a limit, for some models and features, for a while. A person approves at url. Then estimates, authorizations, usage events and " +
      "calls of the gateway name it as mandate, and each charge carries it. Past it they are refused: mandate_exceeded, mandate_ended, mandate_excludes.",
    endpoint: askMandate.endpoint,
    example: { title: "Research agent", limit: "50", models: ["gpt-4o", "gpt-4o-mini"], lasts: 3600 },
    answer: { status: 201, description: "The mandate, pending.", schema: MandateAnswer },
  },
  {
    method: "get",
    path: "/api/v1/mandates",
    tag: "Approvals",
    summary: "List mandates",
    endpoint: listMandates.endpoint,
    answer: ok("The newest mandates, with what was spent under each.", z.array(MandateAnswer)),
  },
  {
    method: "get",
    path: "/api/v1/mandates/{id}",
    tag: "Approvals",
    summary: "Read a mandate",
    endpoint: readMandate.endpoint,
    answer: ok("The mandate as it stands.", MandateAnswer),
  },
  {
    method: "get",
    path: "/api/v1/budgets",
    tag: "Budgets",
    summary: "List budgets",
    endpoint: listBudgets.endpoint,
    answer: ok("The live budgets as they stand.", z.array(BudgetAnswer)),
  },
  {
    method: "post",
    path: "/api/v1/budgets",
    tag: "Budgets",
    summary: "Limit spending",
    description:
      "For the account, a team, project, member, API key or feature, by day, week, month or in total. A hard budget refuses new work that does not fit " +
      "with 402 budget_exceeded, however much arrives at once; work that runs is completed and charged. There is one of each scope, period and mode.",
    endpoint: createBudget.endpoint,
    example: {
      name: "Growth, monthly",
      scope: "feature",
      scope_value: "judge_run",
      period: "monthly",
      limit: "250",
    },
    answer: { status: 201, description: "The budget as it stands.", schema: BudgetAnswer },
  },
  {
    method: "get",
    path: "/api/v1/budgets/{id}",
    tag: "Budgets",
    summary: "Read a budget",
    endpoint: readBudget.endpoint,
    answer: ok("The budget as it stands.", BudgetAnswer),
  },
  {
    method: "patch",
    path: "/api/v1/budgets/{id}",
    tag: "Budgets",
    summary: "Change a budget's name, limit or mode",
    endpoint: changeBudget.endpoint,
    example: { limit: "400" },
    answer: ok("The budget as it stands.", BudgetAnswer),
  },
  {
    method: "delete",
    path: "/api/v1/budgets/{id}",
    tag: "Budgets",
    summary: "Archive a budget",
    description: "It limits nothing any more. What it was can still be read by its id.",
    endpoint: archiveBudget.endpoint,
    answer: ok("The archived budget.", BudgetAnswer),
  },
];
