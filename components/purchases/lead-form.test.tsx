import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textOf } from "@/lib/testing/text-of";
import { LeadForm } from "./lead-form";

it("is where links ask for more of either, and says so", () => {
  const html = renderToStaticMarkup(
    <LeadForm accountId="a" person={{ name: "Ada", email: "ada@example.com" }} />,
  );
  // What "Ask for more runs" leads to, in banners, mails and on pages.
  expect(html).toContain('id="volume"');
  expect(textOf(html)).toContain("For contracts, invoices, volume prices and more tool runs");
  expect(textOf(html)).toContain("Talk to sales");
  expect(html).toContain('value="ada@example.com"');
});
