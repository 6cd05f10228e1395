const METERS: Readonly<Record<string, string>> = {
  gb_day: "GB-day",
  byok_call: "call with your own key",
  vcpu: "per vCPU",
  gpu: "per GPU",
  memory_gb: "per GB of memory",
};

/** What is counted, in words. */
export function meterName(meter: string): string {
  return METERS[meter] ?? meter.replaceAll("_", " ");
}
