import type { Recorded } from "./record-payment";

/** What became of money at Stripe. What is not ours is left alone, and says why. */
export type Fulfilment = ({ state: "paid" } & Recorded) | { state: "ignored"; why: string };
