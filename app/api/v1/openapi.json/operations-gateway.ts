import { ChatAnswer, EmbeddingAnswer, ModelAnswer, ModelsAnswer } from "@/lib/gateway/schema";
import type { Operation } from "@/lib/web/openapi/document";
import { POST as completeChat } from "../../gateway/v1/chat/completions/route";
import { POST as embed } from "../../gateway/v1/embeddings/route";
import { GET as readModel } from "../../gateway/v1/models/[...id]/route";
import { GET as listModels } from "../../gateway/v1/models/route";

const FOR_WHOM = {
  "Ecu-Feature": "What the call is charged as; model_inference without it.",
  "Ecu-Member": "Who caused it. Where it is missing, OpenAI's metadata (member) and user are read.",
  "Ecu-Team": "The team's slug; or metadata (team).",
  "Ecu-Project": "The project's slug; or metadata (project).",
  "Ecu-Mandate": "The id of the mandate under which an agent spends.",
  "Ecu-Provider": "With whose key: a provider of which the account has its own, or managed.",
};

const CHARGED = {
  "Ecu-Call": "The call; its usage event is gw_<call>.",
  "Ecu-Charge": "What was charged, in ECU. Not of a stream, which says it before its end.",
  "Ecu-Transaction": "The row of the ledger. Not of a stream, nor where nothing was charged.",
};

/** Models behind one metered door. */
export const GATEWAY: readonly Operation[] = [
  {
    method: "post",
    path: "/api/gateway/v1/chat/completions",
    tag: "Gateway",
    summary: "Run a chat, metered",
    description:
      "As OpenAI's API: any client of it works by its base URL and an API key. Refused with 402, 409 or 422 before the provider is called when credit, a budget or a " +
      "mandate is short of its worst case; charged afterwards by what the provider says that it used. A stream says its charge in a comment before its end, or as " +
      "ecu beside the usage that it was asked for. An Idempotency-Key counts where nothing is streamed.",
    endpoint: completeChat.endpoint,
    example: {
      model: "openai/gpt-4o-mini",
      messages: [{ role: "user", content: "What is a ledger?" }],
      max_tokens: 300,
    },
    headers: FOR_WHOM,
    answer: { status: 200, description: "The completion.", schema: ChatAnswer, headers: CHARGED },
  },
  {
    method: "post",
    path: "/api/gateway/v1/embeddings",
    tag: "Gateway",
    summary: "Make embeddings, metered",
    endpoint: embed.endpoint,
    example: { model: "text-embedding-3-small", input: ["a ledger", "a balance"] },
    headers: FOR_WHOM,
    answer: { status: 200, description: "The embeddings.", schema: EmbeddingAnswer, headers: CHARGED },
  },
  {
    method: "get",
    path: "/api/gateway/v1/models",
    tag: "Gateway",
    summary: "List the models that can be called",
    description: "Those of the provider that have a price on the account's rate card, and what they cost.",
    endpoint: listModels.endpoint,
    headers: { "Ecu-Provider": FOR_WHOM["Ecu-Provider"] },
    answer: { status: 200, description: "The models.", schema: ModelsAnswer },
  },
  {
    method: "get",
    path: "/api/gateway/v1/models/{id}",
    tag: "Gateway",
    summary: "Read a model that can be called",
    endpoint: readModel.endpoint,
    headers: { "Ecu-Provider": FOR_WHOM["Ecu-Provider"] },
    answer: { status: 200, description: "The model.", schema: ModelAnswer },
  },
];
