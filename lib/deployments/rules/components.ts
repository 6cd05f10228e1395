import type { Micro } from "@/lib/metering/rules/quantity";
import { formatQuantity, MICRO_PER_ONE, quantity } from "@/lib/metering/rules/quantity";
import type { RateEntry } from "@/lib/metering/rules/rate-card";
import { add, ceilDiv, formatCredits, max, type Nano, nano, parseCredits, ZERO } from "@/lib/values/money";
import { HOURLY_METERS } from "./meters";

/** What one replica runs on: GPUs or machines of a type, vCPUs and memory in millionths. */
export interface Machine {
  hardware: string;
  units: number;
  vcpus: Micro;
  memoryGb: Micro;
}

/** A part of what runs that has a price of its own: `units` of it, in all replicas, at `price` for `per` unit-hours. */
export interface Component {
  /** A meter of the rate card; `floor` for the least that a cycle costs. */
  meter: string;
  hardware: string;
  units: Micro;
  price: Nano;
  per: bigint;
}

/** A component with what it cost. */
export interface CostOfComponent extends Component {
  amount: Nano;
}

export interface Cost {
  lines: CostOfComponent[];
  total: Nano;
}

const HOUR_MS = 3_600_000n;

/**
 * The components that a rate card's entries see in a machine, for a number of replicas: each entry whose meter counts hours of something that
 * the machine has. Empty when the entries price none of it.
 */
export function componentsOf(entries: readonly RateEntry[], machine: Machine, replicas: number): Component[] {
  const components = entries.flatMap(({ meter, hardware, price, per, unit }) => {
    const counted = HOURLY_METERS[meter];
    if (!counted || price === null || unit !== "credit") return [];
    const one = counted.of === "units" ? BigInt(machine.units) * MICRO_PER_ONE : machine[counted.of];
    const units = (one * BigInt(replicas)) as Micro;
    return units > 0n ? [{ meter, hardware: hardware || machine.hardware, units, price, per }] : [];
  });
  const floor = entries.reduce((least, entry) => max(least, entry.floor), ZERO);
  return components.length > 0 && floor > ZERO ? [...components, floorOf(floor)] : components;
}

function floorOf(price: Nano): Component {
  return { meter: "floor", hardware: "", units: MICRO_PER_ONE as Micro, price, per: 1n };
}

/** The same machine with another number of replicas, at the same prices. */
export function withReplicas(components: readonly Component[], from: number, to: number): Component[] {
  return components.map((component) =>
    component.meter === "floor"
      ? component
      : { ...component, units: ((component.units * BigInt(to)) / BigInt(from)) as Micro },
  );
}

/**
 * What so many milliseconds cost: exact time × units × price, rounded up once for each component, so that the total is their sum. A floor adds what
 * the others leave to it; nothing costs nothing.
 */
export function costOf(components: readonly Component[], ms: bigint): Cost {
  if (ms < 0n) throw new RangeError(`time runs forward, not ${ms} ms`);
  const lines: CostOfComponent[] = [];
  let total = ZERO;
  for (const component of components) {
    const amount = component.meter === "floor" ? missing(component, total, ms) : timed(component, ms);
    lines.push({ ...component, amount });
    total = add(total, amount);
  }
  return { lines, total };
}

function timed({ units, price, per }: Component, ms: bigint): Nano {
  return nano(ceilDiv(ms * units * price, HOUR_MS * MICRO_PER_ONE * per));
}

// It stands behind what it raises.
function missing({ price }: Component, total: Nano, ms: bigint): Nano {
  return ms > 0n && price > total ? nano(price - total) : ZERO;
}

/** The longest time, up to `most` milliseconds, that costs no more than `room`. */
export function affordable(components: readonly Component[], room: Nano, most: bigint): bigint {
  if (costOf(components, most).total <= room) return most;
  let [fits, toomuch] = [0n, most];
  while (toomuch - fits > 1n) {
    const middle = (fits + toomuch) / 2n;
    if (costOf(components, middle).total <= room) fits = middle;
    else toomuch = middle;
  }
  return fits;
}

/** A component as it is stored and shown: amounts of ECU and units as decimal strings. */
export interface StoredComponent {
  meter: string;
  hardware: string;
  units: string;
  price: string;
  per: string;
  /** What it cost; not there while the cycle runs. */
  amount?: string;
}

export function storedComponent(component: Component & { amount?: Nano }): StoredComponent {
  const { meter, hardware, units, price, per, amount } = component;
  return {
    meter,
    hardware,
    units: formatQuantity(units),
    price: formatCredits(price),
    per: per.toString(),
    ...(amount !== undefined && { amount: formatCredits(amount) }),
  };
}

export function componentStored({ meter, hardware, units, price, per }: StoredComponent): Component {
  return { meter, hardware, units: quantity(units), price: parseCredits(price), per: BigInt(per) };
}
