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

/** "model_hosting" as people write it: "Model hosting"; "gpu_instance" is "GPU instance". */
export function featureName(feature: string): string {
  const words = feature
    .replaceAll("_", " ")
    .replaceAll(/\b(api|cpu|gb|gepa|gpu)\b/g, (name) => name.toUpperCase())
    .replaceAll("vcpu", "vCPU");
  return words.startsWith("vCPU") ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
