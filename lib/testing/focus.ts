import { readFileSync } from "node:fs";
import { parseScaled } from "@/lib/values/money";

/** A row of a FOCUS file; an empty cell is null. */
export type Cells = Readonly<Record<string, string | null>>;

type Check = Readonly<Record<string, unknown>> & { CheckFunction?: string; Items?: Check[] };

interface Rule {
  Status: string;
  Type: string;
  ApplicabilityCriteria: string[];
  ValidationCriteria: { MustSatisfy: string; Keyword: string; Requirement: Check; Condition: Check };
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const SCALE = 30;

/** The rules of the specification, as its validator has them, for providers that support what is named. */
export function focusRules(file: string, supported: ReadonlySet<string>): Map<string, Rule> {
  const { ModelRules } = JSON.parse(readFileSync(file, "utf8")) as { ModelRules: Record<string, Rule> };
  const applies = (rule: Rule) =>
    rule.Status === "Active" &&
    rule.Type === "Static" &&
    rule.ApplicabilityCriteria.every((each) => supported.has(each));
  return new Map(Object.entries(ModelRules).filter(([, rule]) => applies(rule)));
}

/** Which rules a file breaks, with the row. Only what a program can decide: rules about meaning are `Dynamic`, and no check of a rule is passed over. */
export function brokenRules(
  rules: ReadonlyMap<string, Rule>,
  columns: readonly string[],
  rows: readonly Cells[],
): string[] {
  const broken: string[] = [];
  for (const [id, { ValidationCriteria: criteria }] of rules) {
    const { Keyword, Requirement, Condition, MustSatisfy } = criteria;
    // Composites name other rules, which are here themselves.
    if (!Keyword.startsWith("MUST") || !Requirement.CheckFunction || isComposite(Requirement)) continue;
    // Rules about the cells of a column that need not be there are about files that have it.
    const [column = "", isCell] = id.split(/-(C)-/);
    if (isCell && !columns.includes(column)) continue;
    if (Requirement.CheckFunction === "ColumnPresent") {
      if (!columns.includes(String(Requirement.ColumnName))) broken.push(`${id}: ${MustSatisfy}`);
      continue;
    }
    if (Requirement.CheckFunction === "CheckDistinctCount") {
      if (!isDistinct(Requirement, rows)) broken.push(`${id}: ${MustSatisfy}`);
      continue;
    }
    for (const [index, row] of rows.entries())
      if (holds(Condition, row) && !holds(Requirement, row))
        broken.push(`${id}, row ${index}: ${MustSatisfy}`);
  }
  return broken;
}

function isComposite(check: Check): boolean {
  return check.CheckFunction === "CheckModelRule" || (check.Items ?? []).some(isComposite);
}

function isDistinct({ ColumnAName, ColumnBName, ExpectedCount }: Check, rows: readonly Cells[]): boolean {
  const found = new Map<string | null | undefined, Set<string | null | undefined>>();
  for (const row of rows) {
    const group = row[String(ColumnAName)];
    if (group === null) continue;
    found.set(group, (found.get(group) ?? new Set()).add(row[String(ColumnBName)]));
  }
  return [...found.values()].every((values) => values.size === Number(ExpectedCount));
}

function holds(check: Check, row: Cells): boolean {
  const items = check.Items ?? [];
  const of = (name: string) => row[String(check[name])] ?? null;
  const value = of("ColumnName");
  const wanted = check.Value === null || check.Value === "None" ? null : String(check.Value);
  switch (check.CheckFunction) {
    case undefined:
      return true;
    case "AND":
      return items.every((item) => holds(item, row));
    case "OR":
      return items.some((item) => holds(item, row));
    case "CheckValue":
      return value === wanted;
    case "CheckNotValue":
      return value !== wanted;
    case "CheckSameValue":
      return of("ColumnAName") === of("ColumnBName");
    case "CheckNotSameValue":
      return of("ColumnAName") !== of("ColumnBName");
    case "CheckDecimalValue":
    case "TypeDecimal":
    case "FormatNumeric":
      return value === null || NUMBER.test(value);
    case "CheckGreaterOrEqualThanValue":
      return value === null || parseScaled(value, SCALE) >= parseScaled(String(check.Value), SCALE);
    case "ColumnByColumnEqualsColumnValue":
      return isProduct(of("ColumnAName"), of("ColumnBName"), of("ResultColumnName"));
    case "TypeDateTime":
    case "FormatDateTime":
      return value === null || TIME.test(value);
    case "CheckNationalCurrency":
      return value === "USD";
    case "TypeString":
    case "FormatString":
    case "FormatCurrency":
    case "FormatUnit":
      return value === null || (value.trim() === value && value !== "");
    case "FormatKeyValue":
      return value === null || isKeyValue(value);
    default:
      throw new Error(`the check ${check.CheckFunction} is new`);
  }
}

function isProduct(left: string | null, right: string | null, result: string | null): boolean {
  if (left === null || right === null || result === null) return false;
  return (
    parseScaled(left, SCALE) * parseScaled(right, SCALE) === parseScaled(result, SCALE) * 10n ** BigInt(SCALE)
  );
}

function isKeyValue(text: string): boolean {
  const parsed: unknown = JSON.parse(text);
  return (
    typeof parsed === "object" &&
    parsed !== null &&
    Object.values(parsed).every((value) => typeof value !== "object")
  );
}
