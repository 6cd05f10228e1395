import { expect, it } from "vitest";
import { declineInWords } from "./decline-words";

it("says in words what a bank's code means, and names a code that has none", () => {
  expect(declineInWords("generic_decline")).toBe("the bank gave no reason");
  expect(declineInWords("insufficient_funds")).toBe("there is not enough money on the card");
  expect(declineInWords("revocation_of_authorization")).toBe("the bank said “revocation of authorization”");
});
