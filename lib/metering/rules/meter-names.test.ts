import { expect, it } from "vitest";
import { hardwareName, measureOf, metered, meterName } from "./meter-names";

it("writes machines as people do, however the rate card stores them", () => {
  expect(["h100", "a100-80gb", "l4", "cpu-small", "mi300x", "bare-metal", ""].map(hardwareName)).toEqual([
    ...["H100", "A100 80 GB", "L4", "CPU small", "MI300X", "bare metal", ""],
  ]);
});

it("names what is counted, one and many", () => {
  expect([meterName("gb_day"), meterName("training_token"), meterName("cost")]).toEqual([
    ...["GB-day", "training token", "real cost"],
  ]);
  expect([metered("60", "gb_day"), metered("1", "run"), metered("3", "web_search")]).toEqual([
    ...["60 GB-days", "1 run", "3 web searches"],
  ]);
  expect([measureOf("run", "1"), measureOf("training_token", "1000000"), measureOf("run", "x")]).toEqual([
    ...["run", "1M training tokens", "x runs"],
  ]);
});
