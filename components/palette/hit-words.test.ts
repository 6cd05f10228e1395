import { expect, it } from "vitest";
import type { Hit } from "@/lib/reports/find/hit";
import { hitInWords } from "./hit-words";

const SESSION = "cs_test_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T01BEE";

it.each<[Hit["kind"], title: string, note: string, label: string, said: string]>([
  [
    ...(["transaction", `Top-up of 5001 ECU (Stripe session ${SESSION})`, "topup"] as const),
    ...(["Top-up of 5,001 ECU (Stripe session cs_test_…1BEE)", "Transaction · Top-up"] as const),
  ],
  ["hold", "1500 ECU until 2026-11-21", "open", "1,500 ECU until 21 Nov 2026", "Hold · open"],
  ["usage_event", "model_inference · gpt-4o", "", "Model inference · gpt-4o", "Usage event"],
  ["key", "nightly_job", "ecu_ab12…", "nightly_job", "API key · ecu_ab12…"],
  ["budget", "Research", "monthly", "Research", "Budget · monthly"],
])("says of a %s what its page says", (kind, title, note, label, said) => {
  expect(hitInWords({ kind, title, note })).toEqual({ label, note: said });
});
