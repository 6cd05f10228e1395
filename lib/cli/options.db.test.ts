import { expect, it } from "vitest";
import { testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { accountOption } from "./options";

it("an account that is not there is refused, not taken for one without rows", async () => {
  const { accountId } = await testPerson();
  expect((await accountOption(accountId)).accountId).toBe(accountId);
  await expect(accountOption(newId())).rejects.toThrow("there is no such account");
  await expect(accountOption("acme")).rejects.toThrow("--account acme is not the id of an account");
});
