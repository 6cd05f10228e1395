import { expect, it } from "vitest";
import { welcomeMail } from "./letters";

const PERSON = { name: "Ada", accountName: "Ada’s account", token: "of-a-mail" };

it("a welcome speaks of the free starter pack where there is one, and of nothing that is not in the wallet", async () => {
  const [withPack, without] = await Promise.all(
    [true, false].map(async (hasStarter) => (await welcomeMail({ ...PERSON, hasStarter })).plain),
  );
  expect(withPack).toContain("Ada’s account is open, and its free starter pack is in its wallet.");
  expect(without).toContain("Ada’s account is open.");
  expect(without).not.toContain("starter pack");
  for (const text of [withPack, without]) expect(text).toContain("/confirm-address?token=of-a-mail");
});
