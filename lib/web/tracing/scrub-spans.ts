import type { Attributes, AttributeValue } from "@opentelemetry/api";
import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace-node";
import { scrubText, withoutArguments } from "../logging/scrub";

/** Attributes that are an address: what was asked for may name people, and links carry tokens that open something. */
const ADDRESSES = new Set(["http.target", "http.url", "url.full", "url.path", "http.route", "next.route"]);
const QUERIES = new Set(["url.query", "url.fragment"]);
const STACK = "exception.stacktrace";
/** What was asked for, wherever an address stands in a text. */
const QUERY = /[?#][^\s"'?#=]*=[^\s"']*/g;
const LONGEST = 4_000;

/**
 * Takes out of every span, before anybody sends it, what no log would say: queries of addresses, secrets by what they look like and by their
 * value, and what the database's driver writes about its calls. Whoever instruments what: all spans come by here.
 * @param next gets the spans, such as a processor that sends them
 */
export function scrubSpans(next: SpanProcessor, secrets: readonly string[]): SpanProcessor {
  return {
    onStart: (span, context) => next.onStart(span, context),
    onEnd: (span) => next.onEnd(scrubbed(span, secrets)),
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}

// Some of a span is reckoned by its class, which a copy would lose: what is not named here is looked up in the span itself.
function scrubbed(span: ReadableSpan, secrets: readonly string[]): ReadableSpan {
  const text = (value: string) =>
    scrubText(withoutArguments(value).slice(0, LONGEST).replace(QUERY, ""), secrets);
  const clean = (attributes: Attributes = {}) => scrubAttributes(attributes, text);
  const { status, events, links } = span;
  const fields = {
    name: text(span.name),
    status: status.message === undefined ? status : { ...status, message: text(status.message) },
    attributes: clean(span.attributes),
    events: events.map((event) => ({ ...event, attributes: clean(event.attributes) })),
    links: links.map((link) => ({ ...link, attributes: clean(link.attributes) })),
  };
  const seen = Object.entries(fields).map(([name, value]) => [name, { value, enumerable: true }]);
  return Object.create(span, Object.fromEntries(seen) as PropertyDescriptorMap) as ReadableSpan;
}

function scrubAttributes(attributes: Attributes, text: (value: string) => string): Attributes {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !QUERIES.has(name))
      .map(([name, value]) => [name, scrubValue(name, value, text)]),
  );
}

function scrubValue(
  name: string,
  value: AttributeValue | undefined,
  text: (value: string) => string,
): AttributeValue | undefined {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.every(isText) ? items.map((item) => text(item)) : value;
  }
  if (!isText(value)) return value;
  if (ADDRESSES.has(name)) return text(value.split(/[?#]/, 1)[0] ?? "");
  // Its first lines are the message, which stands by itself.
  return text(
    name === STACK
      ? value
          .split("\n")
          .filter((line) => /^\s+at /.test(line))
          .join("\n")
      : value,
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
