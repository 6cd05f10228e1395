import OpenAI from "openai";
import type { RunningProvider } from "./start";

/** The unmodified client, pointed at a sandbox. It tries nothing again unless it is told to. */
export function clientOf(
  { url, apiKey }: Pick<RunningProvider, "url" | "apiKey">,
  options: { apiKey?: string; maxRetries?: number; timeout?: number } = {},
): OpenAI {
  return new OpenAI({ baseURL: url, apiKey, maxRetries: 0, timeout: 10_000, logLevel: "off", ...options });
}

/** A call of the control: a `POST` of the body, or a `GET` without one. */
export async function control<T>({ url }: RunningProvider, path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(new URL(`/_sandbox${path}`, url), init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** What OpenRouter's `GET /generation` tells; null where it knows of none. */
export async function generationOf(
  { url, apiKey }: Pick<RunningProvider, "url" | "apiKey">,
  id: string,
): Promise<{ data: Record<string, unknown> } | null> {
  const response = await fetch(`${url}/generation?id=${id}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return response.ok ? ((await response.json()) as { data: Record<string, unknown> }) : null;
}

/** The error that a promise of the client ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<InstanceType<typeof OpenAI.APIError>> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof OpenAI.APIError) return error;
  throw new Error("It was expected to fail with an error of the client's.", { cause: error });
}
