import { ChatAnswer, EmbeddingAnswer, ModelsAnswer } from "@/lib/gateway/schema";
import type { Operation } from "@/lib/web/openapi/document";
import { POST as completeChat } from "../../gateway/v1/chat/completions/route";
import { POST as embed } from "../../gateway/v1/embeddings/route";
import { GET as listModels } from "../../gateway/v1/models/route";

/** Models behind one metered door. */
export const GATEWAY: readonly Operation[] = [
  {
    method: "post",
    path: "/api/gateway/v1/chat/completions",
    tag: "Gateway",
    summary: "Run a chat, metered",
    description:
      "As OpenAI's API: any client of it works by its base URL and an API key. Refused with 402, 409 or 422 before the provider is called when credit, a budget or a " +
      "mandate is short of its worst case; charged afterwards by what the provider says that it used. The headers Ecu-Feature, Ecu-Member, Ecu-Team, Ecu-Project " +
      "and Ecu-Mandate say what it is for, Ecu-Provider with whose key it runs. The answer says its charge: Ecu-Charge, Ecu-Transaction, Ecu-Call; a stream says " +
      "it in a comment before its end, or as ecu beside the usage that it was asked for. An Idempotency-Key counts where nothing is streamed.",
    endpoint: completeChat.endpoint,
    example: {
      model: "openai/gpt-4o-mini",
      messages: [{ role: "user", content: "What is a ledger?" }],
      max_tokens: 300,
    },
    answer: { status: 200, description: "The completion.", schema: ChatAnswer },
  },
  {
    method: "post",
    path: "/api/gateway/v1/embeddings",
    tag: "Gateway",
    summary: "Make embeddings, metered",
    endpoint: embed.endpoint,
    example: { model: "text-embedding-3-small", input: ["a ledger", "a balance"] },
    answer: { status: 200, description: "The embeddings.", schema: EmbeddingAnswer },
  },
  {
    method: "get",
    path: "/api/gateway/v1/models",
    tag: "Gateway",
    summary: "List the models that can be called",
    description: "Those of the provider that have a price on the account's rate card, and what they cost.",
    endpoint: listModels.endpoint,
    answer: { status: 200, description: "The models.", schema: ModelsAnswer },
  },
];
