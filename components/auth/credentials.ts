import { z } from "zod/mini";

const Csrf = z.object({ csrfToken: z.string() });
const Problem = z.object({ detail: z.string() });
const Redirect = z.object({ url: z.string() });

/** Asks for a session. Null when there is one now, else what to say. */
export async function signInWith(email: string, password: string): Promise<string | null> {
  try {
    const answer = await post("/api/auth/callback/credentials", { email, password });
    if (answer.ok) return null;
    const problem = Problem.safeParse(await answer.json());
    return problem.success ? problem.data.detail : "The e-mail address or the password is not right.";
  } catch {
    return "The server could not be reached. Check the connection and try again.";
  }
}

/** The address of a provider's own sign-in page. */
export async function providerPage(provider: string, next: string): Promise<string> {
  const answer = await post(`/api/auth/signin/${provider}`, { callbackUrl: next });
  return Redirect.parse(await answer.json()).url;
}

async function post(path: string, values: Record<string, string>): Promise<Response> {
  const { csrfToken } = Csrf.parse(await (await fetch("/api/auth/csrf")).json());
  return fetch(path, { method: "POST", body: new URLSearchParams({ ...values, csrfToken, json: "true" }) });
}
