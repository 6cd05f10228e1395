import "server-only";
import NextAuth from "next-auth";
import { addressOf } from "./address";
import { authOptions } from "./auth-options";
import { problem } from "./problem";
import { newRequestId } from "./request-id";
import { duringAttempt, type SignInAttempt } from "./sign-in-attempt";

const handle: (request: Request, route: { params: Promise<{ nextauth: string[] }> }) => Promise<Response> =
  NextAuth(authOptions);

/**
 * The routes of next-auth. Where it refuses a password, this says why: 429 with Retry-After after too many tries, 503
 * while the database is away, else the library's own 401.
 */
export async function signInRoute(
  request: Request,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const attempt: SignInAttempt = {
    requestId: newRequestId(),
    address: addressOf(request.headers),
    userAgent: request.headers.get("user-agent") ?? "",
  };
  const response = await duringAttempt(attempt, () => handle(request, route)).catch((error: unknown) =>
    problem(error, attempt.requestId),
  );
  const { refusal, failed } = attempt;
  const says =
    failed && refusal?.code !== "unauthenticated"
      ? problem(refusal ?? new Error("sign-in failed"), attempt.requestId)
      : null;
  const answer = says && request.method === "POST" ? says : response;
  answer.headers.set("request-id", attempt.requestId);
  return answer;
}
