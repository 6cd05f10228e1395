import fc from "fast-check";
import { expect, it } from "vitest";
import { deferredCents } from "./by-account";
import { centsDeferred, worth } from "./worth";

it("comes to what the journal has deferred, to the cent, and is off by less than two cents for any account", () => {
  const part = fc.bigInt({ min: 0n, max: 10n ** 24n }).map(worth);
  const account = fc.record({ worth: fc.record({ unused: part, ahead: part }) });
  fc.assert(
    fc.property(fc.array(account, { minLength: 1, maxLength: 30 }), (accounts) => {
      const cents = deferredCents(accounts);
      const sum = (of: "unused" | "ahead") => worth(accounts.reduce((all, each) => all + each.worth[of], 0n));
      expect(cents.reduce((all, each) => all + each, 0n)).toBe(centsDeferred(sum("unused"), sum("ahead")));
      accounts.forEach(({ worth: { unused, ahead } }, at) => {
        const off = (cents[at] ?? 0n) * 10n ** 19n - (unused + ahead);
        expect(off > -2n * 10n ** 19n && off < 2n * 10n ** 19n).toBe(true);
      });
    }),
  );
});
