import { money } from "../pages/money";

/** The few words by which somebody finds an object in a list: what it is about, and how it stands. */
export function describe(object: object): { about: string; state: string } {
  const has = (name: string): unknown =>
    name in object ? (object as Record<string, unknown>)[name] : undefined;
  const amount = ["amount_total", "total", "unit_amount", "amount"]
    .map(has)
    .find((value) => typeof value === "number");
  const currency = has("currency");
  const sum = typeof amount === "number" && typeof currency === "string" ? money(amount, currency) : "";
  const words = ["number", "type", "email", "name", "url", "description"]
    .map(has)
    .filter((value) => typeof value === "string" && value !== "");
  return {
    about: [sum, ...words.slice(0, sum ? 1 : 2)].filter(Boolean).join(" · "),
    state: String(has("payment_status") ?? has("status") ?? ""),
  };
}
