import { expect, it } from "vitest";
import { UNITS } from "@/lib/values/ids";
import { defaultThresholds } from "./defaults";

it.each(UNITS)(
  "%s: banners at 20 to 100 % used, e-mails at 50 to 95 % to who answers for money, webhooks at all",
  (unit) => {
    const thresholds = defaultThresholds(unit);
    const at = (wanted: (threshold: (typeof thresholds)[number]) => boolean) =>
      thresholds.filter(wanted).map(({ value }) => Number(value));
    expect(at(({ inBanner }) => inBanner)).toEqual([20, 50, 70, 80, 90, 95, 100]);
    expect(at(({ byEmail }) => byEmail)).toEqual([50, 70, 80, 90, 95]);
    expect(at(({ byWebhook }) => byWebhook)).toEqual([20, 50, 70, 80, 90, 95, 100]);
    for (const threshold of thresholds)
      expect(threshold).toMatchObject({
        ...{ unit, kind: "used_percent", isEnabled: true },
        ...{ roles: ["owner", "admin", "billing"], emails: [] },
      });
  },
);
