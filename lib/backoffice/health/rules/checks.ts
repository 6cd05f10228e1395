import { plural } from "@/lib/values/display/count";
import { agoInWords, inWords } from "./in-words";
import type { Figures } from "./figures";

/** A part of the installation, and whether it needs a hand. */
export interface Check {
  name: string;
  /** `off`: it is not used here. */
  state: "good" | "warn" | "bad" | "off";
  words: string;
  /** Where it is mended. */
  href: string | null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What to think of the figures. Each check says what is, and what it means when it is not good. */
export function checksOf(figures: Figures): Check[] {
  return [
    worker(figures),
    queue(figures),
    outbox(figures),
    failedJobs(figures),
    clock(figures),
    books(figures),
    reconciliation(figures),
    stripeEvents(figures),
    mails(figures),
    webhooks(figures),
    database(figures),
  ];
}

function worker({ workers }: Figures): Check {
  return {
    name: "Worker",
    state: workers > 0 ? "good" : "bad",
    words:
      workers > 0
        ? `${plural(workers, "worker")} alive.`
        : "None has been heard of for 15 s: e-mail, recharges, cycles and sweeps wait. Start one.",
    href: null,
  };
}

function queue({ queue: { waiting, running, lagS } }: Figures): Check {
  const lag = lagS ?? 0;
  return {
    name: "Queue",
    state: lag > 10 * MINUTE ? "bad" : lag > MINUTE ? "warn" : "good",
    words:
      waiting === 0
        ? `Nothing waits; ${plural(running, "job")} running.`
        : `${plural(waiting, "job")} due, the oldest for ${inWords(lag)}; ${running} running.`,
    href: "/admin/jobs?state=waiting",
  };
}

function outbox({ outbox: { count, oldestS } }: Figures): Check {
  const age = oldestS ?? 0;
  return {
    name: "Outbox",
    state: age > 5 * MINUTE ? "bad" : age > 30 ? "warn" : "good",
    words:
      count === 0
        ? "Empty."
        : `${plural(count, "task")} not yet with the queue, the oldest for ${inWords(age)}.`,
    href: null,
  };
}

function failedJobs({ queue: { failed, retrying } }: Figures): Check {
  const again = retrying > 0 ? ` ${plural(retrying, "job")} will be tried again.` : "";
  return {
    name: "Failed jobs",
    state: failed > 0 ? "bad" : retrying > 20 ? "warn" : "good",
    words: failed > 0 ? `${plural(failed, "job")} gave up.${again}` : `None gave up.${again}`,
    href: "/admin/jobs?state=failed",
  };
}

/** What runs every minute is late after five; the rest after a day and an hour. A task that is new here is waited for as long. */
function clock({ clock: tasks }: Figures): Check {
  const silentS = ({ agoS, knownS }: Figures["clock"][number]) => agoS ?? knownS;
  const late = tasks.filter((task) => silentS(task) > DAY + HOUR);
  const ran = tasks.flatMap(({ agoS }) => agoS ?? []).toSorted((a, b) => a - b);
  const [newest] = ran;
  const least = tasks.map(silentS).toSorted((a, b) => a - b)[0] ?? 0;
  const stands = least > 5 * MINUTE;
  const notYet = tasks.length - ran.length;
  return {
    name: "Clock",
    state: stands ? "bad" : late.length > 0 ? "warn" : "good",
    words: stands
      ? `Nothing has run by the clock for ${inWords(least)}.`
      : late.length > 0
        ? `Late: ${late.map(({ task }) => task).join(", ")}.`
        : newest === undefined
          ? "Nothing has run by the clock yet."
          : `${plural(ran.length, "task")} on time, the last ${agoInWords(newest)}.${notYet > 0 ? ` ${plural(notYet, "task")} not due yet.` : ""}`,
    href: null,
  };
}

function books({ verification: { agoS, faults, error } }: Figures): Check {
  const href = "/admin/ledger";
  const name = "Books";
  if (agoS === null)
    return {
      name,
      state: "warn",
      words: "Not verified yet. The worker does it each night, and you can do it now.",
      href,
    };
  if (faults > 0)
    return {
      name,
      state: "bad",
      words: `Not in order: ${plural(faults, "fault")} found ${agoInWords(agoS)}.`,
      href,
    };
  if (error !== "")
    return { name, state: "warn", words: `The last verification was cut short ${agoInWords(agoS)}.`, href };
  const late = agoS > 2 * DAY;
  return {
    name,
    state: late ? "warn" : "good",
    words: `In order when verified ${agoInWords(agoS)}.${late ? " The worker does it each night: look at Jobs." : ""}`,
    href,
  };
}

function reconciliation({ stripe: { sells }, reconciliation: { agoS, differences, error } }: Figures): Check {
  const name = "Reconciliation";
  const href = "/admin/reconciliation";
  if (!sells) return { name, state: "off", words: "Nothing is sold here.", href };
  if (agoS === null)
    return {
      name,
      state: "warn",
      words: "Not run yet. The worker does it each hour, and you can do it now.",
      href,
    };
  if (differences > 0)
    return {
      name,
      state: "bad",
      words: `${plural(differences, "difference")} to Stripe, ${agoInWords(agoS)}.`,
      href,
    };
  const late = agoS > 3 * HOUR;
  return {
    name,
    state: late || error !== "" ? "warn" : "good",
    words: `${error === "" ? "The same as Stripe to the cent" : "Cut short"} ${agoInWords(agoS)}.`,
    href,
  };
}

function stripeEvents({ stripe: { sells, failed, waiting, lastEventS } }: Figures): Check {
  const name = "Stripe events";
  const href = failed > 0 ? "/admin/events?status=failed" : "/admin/events";
  if (!sells) return { name, state: "off", words: "Nothing is sold here.", href: null };
  if (failed > 0)
    return {
      name,
      state: "bad",
      words: `${plural(failed, "event")} could not be applied. Replay them.`,
      href,
    };
  if (waiting > 0)
    return {
      name,
      state: "warn",
      words: `${plural(waiting, "event")} waiting for more than ten minutes.`,
      href,
    };
  const last = lastEventS === null ? "None has come yet." : `The last came ${agoInWords(lastEventS)}.`;
  return { name, state: "good", words: `All applied. ${last}`, href };
}

function mails({ mails: { queued, oldestS, failed } }: Figures): Check {
  const age = oldestS ?? 0;
  const late = queued > 0 && age > 10 * MINUTE;
  return {
    name: "E-mails",
    state: failed > 0 || late ? "warn" : "good",
    words:
      failed > 0
        ? `${plural(failed, "e-mail")} of the last 7 days could not be delivered.`
        : late
          ? `${plural(queued, "e-mail")} waiting, the oldest for ${inWords(age)}.`
          : "None is late.",
    href: failed > 0 ? "/admin/emails?status=failed" : "/admin/emails?status=queued",
  };
}

/** That a customer's system takes nothing is their fault, but somebody must tell them: so it is known here, and not only once it was given up. */
function webhooks({ webhooks: { waiting, oldestS, givenUp, failing } }: Figures): Check {
  const age = oldestS ?? 0;
  const late = waiting > 0 && age > 10 * MINUTE;
  const failed = failing > 0 ? ` ${plural(failing, "webhook")} failing now.` : "";
  return {
    name: "Webhooks",
    state: late ? "bad" : givenUp > 0 || failing > 0 ? "warn" : "good",
    words: late
      ? `${plural(waiting, "message")} to customers’ systems due, the oldest for ${inWords(age)}.`
      : givenUp > 0
        ? `${plural(givenUp, "message")} to customers’ systems given up within a day.${failed}`
        : failing > 0
          ? `None was given up within a day.${failed}`
          : "None is late or was given up within a day.",
    href: givenUp > 0 && !late ? "/admin/webhooks?status=failed" : "/admin/webhooks",
  };
}

function database({ database: { connections, most } }: Figures): Check {
  const tight = connections * 10 > most * 8;
  return {
    name: "Database",
    state: tight ? "warn" : "good",
    words: `${connections} of ${most} connections in use.${tight ? " Put PgBouncer in front of it, or run fewer processes." : ""}`,
    href: null,
  };
}
