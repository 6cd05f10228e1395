import { expect, it } from "vitest";
import type { JobEnd } from "@/lib/approvals/read-job-end";
import { jobEndInWords } from "./job-end";

it.each<[JobEnd["status"], string | null, RegExp]>([
  ["open", null, /^10\.4 ECU are held for it\./],
  [
    "captured",
    "3.456789",
    /^3\.4568 ECU were charged of the 10\.4 ECU that were held; the rest went back\.$/,
  ],
  ["captured", "10.4", /^All of the 10\.4 ECU/],
  ["captured", "11", /^11 ECU were charged, more than the 10\.4 ECU/],
  ["released", "0", /^Nothing of it was used/],
  ["expired", "0", /^Its time was over/],
])("a job whose hold is %s with %s used is told so", (status, used, words) => {
  expect(jobEndInWords({ status, held: "10.4", used, transaction_id: null }, "credit")).toMatch(words);
});
