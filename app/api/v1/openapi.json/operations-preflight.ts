import { z } from "zod";
import { AuthorizationAnswer, EstimateAnswer } from "@/lib/metering/preflight/schema-answers";
import type { Operation } from "@/lib/web/openapi/document";
import { POST as captureAuthorization } from "../authorizations/[id]/capture/route";
import { POST as extendAuthorization } from "../authorizations/[id]/extend/route";
import { POST as releaseAuthorization } from "../authorizations/[id]/release/route";
import { GET as readAuthorization } from "../authorizations/[id]/route";
import { GET as listAuthorizations, POST as authorize } from "../authorizations/route";
import { POST as estimate } from "../estimates/route";

const ended = {
  status: 200,
  description: "The ended hold and the rows that it wrote.",
  schema: AuthorizationAnswer,
};

/** Ask, hold, run, settle. */
export const PREFLIGHT: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/estimates",
    tag: "Authorizations",
    summary: "Estimate work at its worst case",
    description:
      "What it costs at most by the rate card, how that comes about, which budgets cover it, what would remain, and whether it may run. Nothing is held.",
    endpoint: estimate.endpoint,
    example: {
      operations: [
        { model: "gpt-4o", operation: "chat", input_tokens: 1204, max_output_tokens: 512, count: 10 },
      ],
      team: "research",
    },
    answer: { status: 200, description: "The estimate.", schema: EstimateAnswer },
  },
  {
    method: "post",
    path: "/api/v1/authorizations",
    tag: "Authorizations",
    summary: "Hold credit for work that is about to run",
    description:
      "The worst case of the operations, or an amount of your own, is held until it is captured or released. Refused before anything runs: 402 when credit, a " +
      "budget or a mandate is short.",
    endpoint: authorize.endpoint,
    example: {
      operations: [{ model: "gpt-4o", operation: "chat", input_tokens: 1204, max_output_tokens: 512 }],
      description: "Evaluation run 81",
      expires_in: 3600,
    },
    answer: { status: 201, description: "The hold.", schema: AuthorizationAnswer },
  },
  {
    method: "get",
    path: "/api/v1/authorizations",
    tag: "Authorizations",
    summary: "List what is held",
    description:
      "Open holds, newest first, also those of calls of the gateway that run: together they are what the wallet has held. Go on with before, or with the Link header.",
    endpoint: listAuthorizations.endpoint,
    answer: { status: 200, description: "Open holds.", schema: z.array(AuthorizationAnswer) },
  },
  {
    method: "get",
    path: "/api/v1/authorizations/{id}",
    tag: "Authorizations",
    summary: "Read an authorization",
    endpoint: readAuthorization.endpoint,
    answer: { status: 200, description: "The hold as it is now.", schema: AuthorizationAnswer },
  },
  {
    method: "post",
    path: "/api/v1/authorizations/{id}/capture",
    tag: "Authorizations",
    summary: "Capture what was really used",
    description:
      "usage is metered like a usage event and priced by the rate card; an amount is charged as it is. One event and its rows end the hold, the rest of which " +
      "is available again. A hold ends once. What ran under a hold that has expired can be reported as a usage event.",
    endpoint: captureAuthorization.endpoint,
    example: { usage: { input_tokens: 1204, output_tokens: 310 } },
    answer: ended,
  },
  {
    method: "post",
    path: "/api/v1/authorizations/{id}/extend",
    tag: "Authorizations",
    summary: "Keep a hold while its work runs on",
    description: "A heartbeat of long work: the hold lasts at least so many seconds from now.",
    endpoint: extendAuthorization.endpoint,
    example: { expires_in: 600 },
    answer: { status: 200, description: "The hold.", schema: AuthorizationAnswer },
  },
  {
    method: "post",
    path: "/api/v1/authorizations/{id}/release",
    tag: "Authorizations",
    summary: "Give the whole hold back",
    endpoint: releaseAuthorization.endpoint,
    answer: { ...ended, description: "The ended hold." },
  },
];
