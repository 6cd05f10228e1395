import { expect, it } from "vitest";
import type { AlertBanner } from "@/lib/alerts/rules/banner";
import { alertNotices, deploymentNotices, frozenNotices } from "./balance-notices";
import { worstFirst } from "./notice";
import { paymentNotices } from "./payment-notices";

const DEPLOYMENTS = { stopped: [], message: "You have used all.", low_limit: "10" };
const ALERT: AlertBanner = {
  ...{ topic: "tool_run", series: "4", rank: "-7", isFixed: false, tone: "note" },
  ...{ title: "50 % of your tool runs are used.", text: "5,000 runs are left." },
  button: { label: "Ask for more runs", href: "/billing/buy#volume" },
};
const PAYMENTS = { recharge: null, card: null, isDisputed: false } as const;
const CARD = { id: "pm_1", kind: "card", brand: "visa", last4: "4242", expiry: "soon" } as const;

it("puts what stops work before what warns, and what warns before what is only said", () => {
  const titles = worstFirst([
    ...alertNotices({ banners: [ALERT] }),
    ...deploymentNotices({ available: "5" }, DEPLOYMENTS),
    ...paymentNotices({ ...PAYMENTS, recharge: "declined" }, { mayWrite: true, seenCard: undefined }),
  ]).map(({ title }) => title);
  expect(titles).toEqual([
    "Auto-recharge failed: the card was declined.",
    "New deployments are disabled.",
    "50 % of your tool runs are used.",
  ]);
});

it("names what was stopped before that no credit is left, and neither can be put away", () => {
  const wallet = { available: "-2", balance: "-2", allocation: "75", status: "exhausted" } as const;
  const notices = worstFirst([
    ...deploymentNotices(wallet, { ...DEPLOYMENTS, stopped: ["Guardrail #77"] }),
    ...frozenNotices(wallet, null),
  ]);
  expect(notices.map(({ title }) => title)).toEqual(["Guardrail #77 stopped.", "Credit is at −2 ECU."]);
  expect(notices.every(({ tone, putAway }) => tone === "bad" && putAway === null)).toBe(true);
  expect(notices[1]?.text).toContain("What is owed is taken");
});

it("says what there is no credit for: it was used, it expired, or there never was any", () => {
  const gone = { balance: "0", allocation: "75", status: "exhausted" } as const;
  const titleOf = (...asked: Parameters<typeof frozenNotices>) =>
    frozenNotices(...asked).map(({ title }) => title);
  expect(titleOf(gone, null)).toEqual(["100 % of your credits are used."]);
  expect(titleOf(gone, "12.5")).toEqual(["Your free credits have expired: 12.5 ECU were left."]);
  expect(titleOf({ ...gone, allocation: "0" }, null)).toEqual(["There is no credit in this account."]);
});

it("keeps saying that free credit has expired while other credit is left, with the way to add some", () => {
  const [notice] = frozenNotices({ balance: "5", allocation: "75", status: "low" }, "12.5");
  expect(notice).toMatchObject({
    ...{ title: "Your free credits have expired: 12.5 ECU were left.", tone: "bad", putAway: null },
    step: { label: "Add credit", href: "/billing/buy" },
  });
  expect(notice?.text).not.toContain("refused");
});

it("says nothing while there is nothing to say", () => {
  const wallet = { available: "50", balance: "50", allocation: "50", status: "healthy" } as const;
  expect([
    ...deploymentNotices(wallet, DEPLOYMENTS),
    ...frozenNotices(wallet, null),
    ...alertNotices({ banners: [] }),
    ...paymentNotices(PAYMENTS, { mayWrite: true, seenCard: undefined }),
  ]).toEqual([]);
});

it("is another notice at the next threshold, for whoever has put the last one away", () => {
  const [first, next] = alertNotices({ banners: [ALERT, { ...ALERT, rank: "-3" }] });
  expect(first?.key).not.toBe(next?.key);
  expect(first?.putAway).toEqual({ topic: "tool_run", series: "4", rank: "-7" });
  expect(alertNotices({ banners: [{ ...ALERT, isFixed: true }] })[0]?.putAway).toBeNull();
});

it("tells of a card until that card's notice was put away, and only those who can change it", () => {
  const notices = { ...PAYMENTS, card: CARD };
  const [shown] = paymentNotices(notices, { mayWrite: true, seenCard: "pm_0.soon" });
  expect(shown).toMatchObject({
    title: "Visa ending in 4242 expires soon.",
    putAway: { cookie: "ecu_card_seen=pm_1.soon" },
  });
  expect(paymentNotices(notices, { mayWrite: true, seenCard: "pm_1.soon" })).toEqual([]);
  expect(paymentNotices(notices, { mayWrite: false, seenCard: undefined })).toEqual([]);
});

it("tells who cannot mend it who can, and gives them no button", () => {
  const [notice] = paymentNotices(
    { ...PAYMENTS, recharge: "no_card" },
    { mayWrite: false, seenCard: undefined },
  );
  expect(notice?.step).toBeNull();
  expect(notice?.text).toContain("Owners, admins and billing members");
});
