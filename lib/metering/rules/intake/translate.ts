import { fromCloudEvent, isCloudEvent } from "./cloud-event";
import { fromLiteLlm, isLiteLlm } from "./litellm";
import { fromAttributes } from "./otel";
import { type Fields, isFields, type Translation } from "./translation";

/**
 * A reported call in the words of a usage event, whichever of the known forms it has: ours, a CloudEvent, OpenTelemetry's attributes for
 * generative AI, or LiteLLM's logging payload. What has none of them is passed on as it is, to be refused by its own fields.
 */
export function translate(reported: unknown): Omit<Translation, "event"> & { event: unknown } {
  if (!isFields(reported)) return { event: reported, names: {} };
  return isCloudEvent(reported) ? fromCloudEvent(reported, translateCall) : translateCall(reported);
}

function translateCall(fields: Fields): Translation {
  const { attributes, ...around } = fields;
  if (isFields(attributes)) return fromAttributes(attributes, around);
  return isLiteLlm(fields) ? fromLiteLlm(fields) : { event: { ...fields }, names: {} };
}
