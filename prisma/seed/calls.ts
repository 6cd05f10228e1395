import { DAY_MS } from "@/lib/values/time";
import type { Company } from "./companies";
import type { Chance } from "./random";
import { type Traffic, tokensOf } from "./tokens";

/** A usage event as the API takes it. */
export type Call = { id: string; occurred_at: string } & Record<string, unknown>;

interface Kind {
  model: string;
  provider: string;
  operation: string;
  traffic: Traffic;
}

const CHAT: readonly (readonly [Kind, number])[] = [
  [{ model: "gpt-4o", provider: "openai", operation: "chat", traffic: "conversation" }, 30],
  [{ model: "gpt-4o-mini", provider: "openai", operation: "chat", traffic: "conversation" }, 26],
  [{ model: "claude-sonnet-4-0", provider: "anthropic", operation: "chat", traffic: "code" }, 22],
  [{ model: "gemini-2.5-flash", provider: "google", operation: "chat", traffic: "conversation" }, 12],
  [{ model: "text-embedding-3-small", provider: "openai", operation: "embedding", traffic: "code" }, 10],
];

/** Working hours in UTC, with a lunch and a few night owls. */
const HOURS = Array.from(
  { length: 24 },
  (_, hour) => [hour, hour < 6 ? 1 : hour < 8 ? 4 : hour === 12 ? 6 : hour < 18 ? 10 : 3] as const,
);

/** One day of a company, in the order in which it happened. */
export function callsOfDay(
  chance: Chance,
  company: Company,
  start: Date,
  progress: number,
  until: Date,
): Call[] {
  const weekend = [0, 6].includes(start.getUTCDay()) ? 0.25 : 1;
  const grown = 1 + (company.growth - 1) * progress;
  const ordinary = Array.from({ length: chance.around(company.callsPerDay * weekend * grown) }, () =>
    at(chance, start),
  );
  const calls = ordinary.map((time) => call(chance, company, time));
  const tools = Array.from({ length: chance.around(company.callsPerDay * weekend * 0.3) }, () =>
    toolRun(chance, company, at(chance, start), progress),
  );
  const jobs = chance.next() < 1 / company.jobsEveryDays ? evaluation(chance, company, start) : [];
  return [...calls, ...tools, ...jobs]
    .filter(({ occurred_at }) => occurred_at < until.toISOString())
    .sort((a, b) => (a.occurred_at < b.occurred_at ? -1 : 1));
}

function at(chance: Chance, start: Date): Date {
  const within = chance.pick(HOURS) * 3_600_000 + chance.between(0, 3_599_999);
  return new Date(start.getTime() + (within % DAY_MS));
}

/** Who works on which project: the people of its team. */
function who(chance: Chance, company: Company) {
  const project = chance.pick(
    company.projects.map((each, index) => [each, company.projects.length - index] as const),
  );
  const team = company.teams.find(({ slug }) => slug === project.team);
  const member = chance.pick((team?.members ?? []).map((email, index) => [email, 3 - index] as const));
  return { project: project.slug, team: project.team, member };
}

function call(chance: Chance, company: Company, time: Date): Call {
  const { model, provider, operation, traffic } = chance.pick(CHAT);
  const { input, output } = tokensOf(chance, traffic);
  const cached = operation === "chat" && chance.next() < 0.3 ? Math.floor(input * 0.6) : 0;
  return {
    ...event(chance, time),
    feature: "model_inference",
    operation,
    provider,
    model,
    input_tokens: input,
    output_tokens: operation === "embedding" ? 0 : output,
    cached_input_tokens: cached,
    ...who(chance, company),
  };
}

function toolRun(chance: Chance, company: Company, time: Date, progress: number): Call {
  const tool = chance.pick([
    ["web-search", 5],
    ["crm-lookup", 3],
    ["calendar", 2],
    ["page-scraper", progress < 0.5 ? 2 : 0],
  ] as const);
  return {
    ...event(chance, time),
    feature: "tool_run",
    operation: tool.replaceAll("-", "_"),
    resource: `tool/${tool}`,
    quantities: { run: "1" },
    ...who(chance, company),
  };
}

/** An evaluation of an afternoon: judges that run many times, and now and then an optimisation. */
function evaluation(chance: Chance, company: Company, start: Date): Call[] {
  const begun = new Date(start.getTime() + chance.between(13, 16) * 3_600_000);
  const people = who(chance, company);
  const runs = Array.from({ length: chance.between(20, 60) }, (_, index) => {
    const { input, output } = tokensOf(chance, "conversation");
    const time = new Date(begun.getTime() + index * chance.between(2_000, 9_000));
    const judge = { provider: "openai", model: "gpt-4o", input_tokens: input, output_tokens: output };
    return {
      ...event(chance, time),
      feature: "judge_run",
      operation: "chat",
      ...judge,
      quantities: { run: "1" },
      ...people,
    };
  });
  const optimise = chance.next() < 0.4;
  const time = new Date(begun.getTime() + 3_600_000);
  return optimise
    ? [
        ...runs,
        {
          ...event(chance, time),
          feature: "gepa_optimization",
          quantities: { iteration: String(chance.between(5, 25)) },
          ...people,
        },
      ]
    : runs;
}

function event(chance: Chance, time: Date): Call {
  const random = Array.from({ length: 4 }, () =>
    Math.floor(chance.next() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return { id: `call_${random}`, occurred_at: time.toISOString() };
}
