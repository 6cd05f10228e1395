import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageEventInput } from "../../schema";
import { spansOf } from "./otel";
import { translate } from "./translate";

const read = (reported: unknown) => UsageEventInput.parse(translate(reported).event);
const count = fc.integer({ min: 0, max: 1_000_000 });

describe("OpenTelemetry's attributes", () => {
  const attributes = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": "gpt-4o",
    "gen_ai.usage.input_tokens": 100,
    "gen_ai.usage.output_tokens": 20,
    "gen_ai.usage.cache_read.input_tokens": 40,
    "ecu.team": "search",
  };

  it("are a usage event", () => {
    expect(read({ id: "a", time: "2026-11-20T09:30:00Z", attributes })).toMatchObject({
      id: "a",
      occurred_at: "2026-11-20T09:30:00Z",
      operation: "chat",
      model: "gpt-4o",
      provider: "openai",
      input_tokens: 100,
      output_tokens: 20,
      cached_input_tokens: 40,
      team: "search",
    });
  });

  it("are named by the provider's id of the answer where nobody named them", () => {
    expect(read({ attributes: { ...attributes, "gen_ai.response.id": "chatcmpl-1" } }).id).toBe("chatcmpl-1");
  });

  it("prefer the model that answered to the one that was asked for", () => {
    expect(
      read({ id: "a", attributes: { ...attributes, "gen_ai.response.model": "gpt-4o-2024-08-06" } }).model,
    ).toBe("gpt-4o-2024-08-06");
  });

  it("count tokens of a cache once, whether or not the sender has them in the input, where it says which", () => {
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.boolean(),
        fc.boolean(),
        (fresh, cached, written, isIncluded, isText) => {
          const event = read({
            id: "a",
            attributes: {
              "gen_ai.usage.input_tokens": isIncluded ? fresh + cached + written : fresh,
              "gen_ai.usage.cache_read.input_tokens": cached,
              "gen_ai.usage.cache_creation.input_tokens": String(written),
              "ecu.input_excludes_cache": isText ? String(!isIncluded) : !isIncluded,
            },
          });
          expect(event.input_tokens).toBe(fresh + cached + written);
          expect(event.cached_input_tokens + event.cache_write_tokens).toBe(cached + written);
        },
      ),
    );
  });

  it("have the cache in the input where nothing is said, but where that cannot be", () => {
    const tokens = (input: number, cached: number) =>
      read({
        id: "a",
        attributes: {
          "gen_ai.usage.input_tokens": input,
          "gen_ai.usage.cache_read.input_tokens": cached,
        },
      }).input_tokens;
    expect(tokens(1_000, 500)).toBe(1_000);
    expect(tokens(1_000, 1_001)).toBe(2_001);
  });
});

describe("an OTLP export", () => {
  const attribute = (key: string, value: object) => ({ key, value });
  const span = {
    traceId: "5b8efff798038103d269b633813fc60c",
    spanId: "eee19b7ec3c1b174",
    endTimeUnixNano: "1763717400123456789",
    attributes: [
      attribute("gen_ai.request.model", { stringValue: "gpt-4o" }),
      attribute("gen_ai.usage.input_tokens", { intValue: "100" }),
      attribute("gen_ai.usage.output_tokens", { intValue: 20 }),
    ],
  };
  const exported = (...spans: object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] });

  it("gives an event for each span that tells of tokens, by the span's ids and end", () => {
    const http = { ...span, spanId: "b", attributes: [attribute("http.route", { stringValue: "/" })] };
    const events = spansOf(exported(http, span)).map(read);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: "otel:5b8efff798038103d269b633813fc60c:eee19b7ec3c1b174",
      occurred_at: "2025-11-21T09:30:00.123Z",
      model: "gpt-4o",
      input_tokens: 100,
      output_tokens: 20,
    });
  });

  it("passes an agent's span over, which has the sum of its calls, and names a call by the provider's id of its answer", () => {
    const agent = [...span.attributes, attribute("gen_ai.operation.name", { stringValue: "invoke_agent" })];
    const answer = [...span.attributes, attribute("gen_ai.response.id", { stringValue: "chatcmpl-1" })];
    const twice = { ...span, spanId: "c", attributes: answer };
    const events = spansOf(exported({ ...span, attributes: agent }, { ...span, attributes: answer }, twice));
    expect(events.map((event) => read(event).id)).toEqual(["chatcmpl-1", "chatcmpl-1"]);
  });

  it("of any shape throws nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(spansOf({ resourceSpans: value }))).toBe(true);
        expect(Array.isArray(spansOf(exported({ attributes: value })))).toBe(true);
      }),
    );
  });
});

describe("LiteLLM's payload", () => {
  const payload = {
    id: "chatcmpl-9",
    call_type: "acompletion",
    status: "success",
    model: "claude-sonnet-4-5",
    custom_llm_provider: "anthropic",
    prompt_tokens: 1_000,
    completion_tokens: 50,
    response_cost: 0.00012,
    startTime: 1_763_717_400.1,
    endTime: 1_763_717_401.25,
    metadata: {
      user_api_key_user_id: "mira@acme.test",
      user_api_key_team_alias: "search",
      usage_object: { cache_read_input_tokens: 600, cache_creation_input_tokens: 100 },
    },
  };

  it("is a usage event with its real cost", () => {
    expect(read(payload)).toMatchObject({
      id: "chatcmpl-9",
      occurred_at: "2025-11-21T09:30:01.250Z",
      operation: "chat",
      provider: "anthropic",
      input_tokens: 1_000,
      cached_input_tokens: 600,
      cache_write_tokens: 100,
      output_tokens: 50,
      cost_usd: "0.000120000000",
      member: "mira@acme.test",
      team: "search",
    });
  });

  it("leaves the cost to our own price list where LiteLLM knows no price", () => {
    const unknown = { response_cost: 0, response_cost_failure_debug_info: { error_str: "no price" } };
    expect(read({ ...payload, ...unknown }).cost_usd).toBeUndefined();
  });

  it("costs nothing where LiteLLM's own cache answered", () => {
    expect(read({ ...payload, cache_hit: true }).cost_usd).toBe("0");
  });

  it("is refused where the call failed", () => {
    expect(translate({ ...payload, status: "failure" }).fault?.field).toBe("status");
  });

  it.each([
    ["embedding", "embedding"],
    ["aimage_generation", "image"],
    ["atranscription", "audio"],
    ["acompletion", "chat"],
    ["aresponses", "chat"],
  ])("of the call type %s is of the kind %s", (type, operation) => {
    expect(read({ ...payload, call_type: type }).operation).toBe(operation);
  });
});

describe("a CloudEvent", () => {
  const data = { model: "gpt-4o", input_tokens: 3 };
  const cloud = { specversion: "1.0", id: "17", source: "/gateway/eu", type: "com.example.call", data };

  it("is named by its source and id, has its time, and its subject as the member", () => {
    const event = read({ ...cloud, time: "2026-11-20T09:30:00Z", subject: "mira@acme.test" });
    expect(event).toMatchObject({
      id: "/gateway/eu#17",
      occurred_at: "2026-11-20T09:30:00Z",
      member: "mira@acme.test",
      input_tokens: 3,
    });
  });

  it("takes the data's own id", () => {
    expect(read({ ...cloud, data: { ...data, id: "mine" } }).id).toBe("mine");
  });

  it("has an id that can be kept, whatever its source is called", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (source, id) => {
        expect(read({ ...cloud, source, id }).id).toBe(read({ ...cloud, source, id }).id);
      }),
    );
  });

  it("is named otherwise than every other source's, wherever a # stands in them", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "#", "é"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(word, word, word, word, (source, id, source2, id2) => {
        const isSame = source === source2 && id === id2;
        expect(read({ ...cloud, source, id }).id === read({ ...cloud, source: source2, id: id2 }).id).toBe(
          isSame,
        );
      }),
    );
    expect(read({ ...cloud, source: "a#b", id: "c" }).id).not.toBe(
      read({ ...cloud, source: "a", id: "b#c" }).id,
    );
  });

  it("carries the other forms too", () => {
    const attributes = { "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 7 };
    expect(read({ ...cloud, data: { attributes } })).toMatchObject({ id: "/gateway/eu#17", input_tokens: 7 });
  });

  it.each([
    [{ ...cloud, specversion: "0.3" }, "specversion"],
    [{ ...cloud, source: undefined }, "source"],
    [{ ...cloud, data: "text" }, "data"],
    [{ ...cloud, data: { call_type: "completion", prompt_tokens: 1, status: "failure" } }, "data.status"],
  ])("that is none names its fault", (bad, field) => {
    expect(translate(bad).fault?.field).toBe(field);
  });
});

it("throws at nothing that JSON can say", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void translate(value)));
});
