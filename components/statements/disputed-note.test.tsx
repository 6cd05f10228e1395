import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DisputedNote } from "./disputed-note";

const textOf = (status: string, credits = "250", isBack = false) =>
  renderToStaticMarkup(
    <DisputedNote
      disputes={[
        {
          ...{ id: "du_1", amount_cents: 2_500, credits, status, reason: "fraudulent", is_back: isBack },
          opened_at: "2026-11-22T10:00:00.000Z",
        },
      ]}
    />,
  ).replaceAll(/<[^>]*>/g, "");

it("says on a receipt what disputes have taken of its payment, and whether that is decided", () => {
  expect(textOf("needs_response")).toContain("took $25.00 of this payment back");
  expect(textOf("needs_response")).toContain("22 Nov 2026 and is not decided yet");
  expect(textOf("lost")).toContain("22 Nov 2026, and the bank has let it stand.");
  expect(textOf("won")).toContain("22 Nov 2026, and was won: both are on their way back.");
});

it.each([
  ["won", "250", true],
  ["warning_needs_response", "0", false],
])("says nothing of one that is %s and took nothing, or gave it back", (status, credits, isBack) => {
  expect(textOf(status, credits, isBack)).toBe("");
});
