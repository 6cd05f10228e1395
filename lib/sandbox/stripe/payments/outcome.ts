import type { Instrument } from "../store/kinds";
import { type Decline, DECLINES } from "./declines";
import { behaviourOf } from "./test-cards";

export type Outcome = { kind: "charged" } | { kind: "asks" } | { kind: "declined"; decline: Decline };

/**
 * What comes of charging or setting up a card.
 * @param present whether the person is there to confirm
 * @param confirmed whether they just have
 */
export function outcomeOf(instrument: Instrument, present: boolean, confirmed: boolean): Outcome {
  const { authentication, decline } = behaviourOf(instrument.number);
  if (!confirmed && asksFor(authentication, instrument.setUp, present))
    return present ? { kind: "asks" } : { kind: "declined", decline: DECLINES.authenticationRequired };
  return decline ? { kind: "declined", decline } : { kind: "charged" };
}

function asksFor(
  authentication: "always" | "until_set_up" | "on_session" | undefined,
  setUp: boolean,
  present: boolean,
): boolean {
  if (authentication === undefined) return false;
  if (present || authentication === "always") return true;
  return authentication === "until_set_up" && !setUp;
}
