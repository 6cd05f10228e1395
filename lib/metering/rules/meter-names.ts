import { displayCount } from "@/lib/values/display/count";

/** Meters whose names are no words: one, and more than one of it. */
const METERS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  gb_day: ["GB-day", "GB-days"],
  byok_call: ["call with own key", "calls with own key"],
  hour: ["hour", "hours"],
  gpu_hour: ["GPU-hour", "GPU-hours"],
  cpu_hour: ["CPU-hour", "CPU-hours"],
  vcpu_hour: ["vCPU-hour", "vCPU-hours"],
  memory_gb_hour: ["GB-hour of memory", "GB-hours of memory"],
};

/** One of what is counted, on every page: "GB-day"; what a card calls `cost` is the call’s real cost. */
export function meterName(meter: string): string {
  return meter === "cost" ? "real cost" : wordsOf(meter)[0];
}

/** So many of what is counted: "1 run", "60 GB-days", "8,400,000 training tokens". `count` is as it is written. */
export function metered(count: string, meter: string): string {
  return `${count} ${wordsOf(meter)[count === "1" ? 0 : 1]}`;
}

/** What a price is for: "run", "1M training tokens". */
export function measureOf(meter: string, per: string): string {
  const [one, many] = wordsOf(meter);
  if (per === "1") return one;
  // A draft may say anything yet: only a number is written as one.
  if (!/^[0-9]+$/.test(per)) return `${per} ${many}`;
  const count = BigInt(per);
  const isMillions = count > 0n && count % 1_000_000n === 0n;
  return `${isMillions ? `${displayCount(count / 1_000_000n)}M` : displayCount(count)} ${many}`;
}

/** A machine as people write it: "h100" is "H100", "a100-80gb" is "A100 80 GB", "cpu-small" is "CPU small". Rate cards and programs say it as it is stored. */
export function hardwareName(hardware: string): string {
  return hardware
    .split(/[-_ ]+/)
    .map((word) => {
      const [, gigabytes] = /^(\d+)gb$/i.exec(word) ?? [];
      if (gigabytes) return `${gigabytes} GB`;
      return /^(cpu|gpu|vcpu)$/i.test(word) ? cased(word) : /\d/.test(word) ? word.toUpperCase() : word;
    })
    .join(" ");
}

function cased(word: string): string {
  return word.toLowerCase() === "vcpu" ? "vCPU" : word.toUpperCase();
}

function wordsOf(meter: string): readonly [one: string, many: string] {
  const words = meter.replaceAll("_", " ");
  return METERS[meter] ?? [words, words.endsWith("ch") ? `${words}es` : `${words}s`];
}
