import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Sum } from "./sum";

function textOf(rows: [string, string][], total?: [string, string]): string {
  const html = renderToStaticMarkup(<Sum rows={rows} {...(total && { total })} />);
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

it("signs what was added and what was taken, and neither the first amount nor the total", () => {
  const before: [string, string] = ["Before", "738.94"];
  expect(textOf([before, ["This transaction", "250"]], ["After", "988.94"])).toBe(
    "Before 738.94 This transaction +250.00 After 988.94",
  );
  expect(textOf([before, ["This transaction", "-0.5"]], ["After", "738.44"])).toBe(
    "Before 738.94 This transaction −0.50 After 738.44",
  );
  expect(
    textOf([
      ["Grant 1", "250"],
      ["Grant 2", "0"],
    ]),
  ).toBe("Grant 1 +250 Grant 2 0");
});
