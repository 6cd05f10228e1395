import type { z } from "zod";
import type { BillingDetails } from "@/lib/accounts/schema-billing";
import type { NewBudget } from "@/lib/budgets/schema";
import type { Role } from "@/lib/values/context";
import { ACME } from "./acme";
import type { Happening } from "./happenings";
import { NORTHWIND } from "./northwind";

/** Who is in the demo, and how they work. Names and addresses are invented; `.example` is nobody's. */
export interface Company {
  name: string;
  /** Who its statements are made out to; the account's name where nobody has said. */
  billing?: BillingDetails;
  people: readonly { name: string; email: string; role: Role }[];
  teams: readonly { slug: string; name: string; members: readonly string[] }[];
  projects: readonly { slug: string; name: string; team: string }[];
  /** Calls on an ordinary working day 90 days ago, and how much that grows over the 90 days. */
  callsPerDay: number;
  growth: number;
  /** Work that runs once in so many days on average, such as an evaluation. */
  jobsEveryDays: number;
  /** What is bought when the balance falls below `refillBelow`. */
  refillBelow: string;
  refill: string;
  /** What it deploys, runs and stops. */
  happenings: readonly Happening[];
  budgets: readonly z.input<typeof NewBudget>[];
  /** Whether agents of theirs ask people for mandates. */
  agents: boolean;
}

export const COMPANIES: readonly Company[] = [
  {
    name: "Acme Research",
    billing: {
      name: "Acme Research GmbH",
      line1: "Lindenweg 12",
      line2: "",
      postalCode: "10115",
      city: "Berlin",
      state: "",
      country: "DE",
      taxId: "DE 123 456 788",
    },
    people: [
      { name: "Mira Kovač", email: "mira@acme.example", role: "owner" },
      { name: "Jonas Lind", email: "jonas@acme.example", role: "admin" },
      { name: "Aiko Tanaka", email: "aiko@acme.example", role: "billing" },
      { name: "Sam Osei", email: "sam@acme.example", role: "member" },
    ],
    teams: [
      { slug: "research", name: "Research", members: ["mira@acme.example", "sam@acme.example"] },
      { slug: "platform", name: "Platform", members: ["jonas@acme.example", "sam@acme.example"] },
    ],
    projects: [
      { slug: "atlas", name: "Atlas assistant", team: "platform" },
      { slug: "judge-bench", name: "Judge benchmark", team: "research" },
      { slug: "code-review", name: "Code review", team: "platform" },
    ],
    callsPerDay: 110,
    growth: 1.6,
    jobsEveryDays: 4,
    refillBelow: "400",
    refill: "1000",
    happenings: ACME,
    budgets: [
      { name: "Everything", scope: "account", period: "monthly", mode: "warn", limit: "2500" },
      {
        name: "Research",
        scope: "team",
        scope_value: "research",
        period: "weekly",
        mode: "hard",
        limit: "40",
      },
      {
        name: "Judge benchmark",
        scope: "project",
        scope_value: "judge-bench",
        period: "monthly",
        mode: "warn",
        limit: "20",
      },
      {
        name: "Sam's experiments",
        scope: "member",
        scope_value: "sam@acme.example",
        period: "daily",
        mode: "hard",
        limit: "12",
      },
    ],
    agents: true,
  },
  {
    name: "Northwind Labs",
    people: [
      { name: "Nora Beck", email: "nora@northwind.example", role: "owner" },
      { name: "Mira Kovač", email: "mira@acme.example", role: "billing" },
      { name: "Tomás Ruiz", email: "tomas@northwind.example", role: "member" },
    ],
    teams: [
      {
        slug: "support",
        name: "Customer support",
        members: ["nora@northwind.example", "tomas@northwind.example"],
      },
    ],
    projects: [
      { slug: "helpdesk", name: "Helpdesk bot", team: "support" },
      { slug: "outreach", name: "Outreach", team: "support" },
    ],
    callsPerDay: 45,
    growth: 1.1,
    jobsEveryDays: 9,
    refillBelow: "30",
    refill: "100",
    happenings: NORTHWIND,
    budgets: [
      {
        name: "Outreach drafts",
        scope: "feature",
        scope_value: "outreach_draft",
        period: "monthly",
        mode: "hard",
        limit: "60",
      },
    ],
    agents: false,
  },
];

export const OPERATOR = { name: "Olga Ferrer", email: "operator@ecu.example" };
/** The second person for what one operator alone may not do. */
export const COLLEAGUE = { name: "Pavel Lind", email: "colleague@ecu.example" };
