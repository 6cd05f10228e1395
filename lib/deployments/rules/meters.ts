/** What of a machine a meter counts, and what one of it is called. */
interface HourlyMeter {
  of: "units" | "vcpus" | "memoryGb";
  noun: string;
}

/** The meters of the rate card that price an hour of something. All others have no time. */
export const HOURLY_METERS: Readonly<Record<string, HourlyMeter>> = {
  hour: { of: "units", noun: "GPU" },
  gpu_hour: { of: "units", noun: "GPU" },
  cpu_hour: { of: "units", noun: "CPU" },
  vcpu_hour: { of: "vcpus", noun: "vCPU" },
  memory_gb_hour: { of: "memoryGb", noun: "GB" },
};

/** What one unit of a component is called: "GPU", "vCPU", "GB". Types of CPUs begin with `cpu`. */
export function nounOf(meter: string, hardware: string): string {
  if (meter === "hour" && hardware.startsWith("cpu")) return "CPU";
  return HOURLY_METERS[meter]?.noun ?? meter;
}
