import type { Hono } from "hono";
import { answerChat } from "../chat/answer-chat";
import { ChatRequest } from "../chat/schema";
import { answerEmbeddings } from "../embeddings/answer-embeddings";
import { EmbeddingRequest } from "../embeddings/schema";
import { listModels } from "../prices/catalogue";
import type { ProviderSandbox } from "../sandbox";
import { answerCall, answerLookUp, type Env } from "./answer-call";
import { Failure } from "./failure";
import { generationView } from "./generation-view";

/** What an OpenAI-compatible provider answers, under `/v1`. */
export function serveApi(app: Hono<Env>, sandbox: ProviderSandbox): void {
  app.post("/v1/chat/completions", (c) => answerCall(sandbox, c, ChatRequest, answerChat));
  app.post("/v1/embeddings", (c) => answerCall(sandbox, c, EmbeddingRequest, answerEmbeddings));
  app.get("/v1/models", (c) =>
    answerLookUp(sandbox, c, async () => c.json({ object: "list", data: await listModels(new Date()) })),
  );
  app.get("/v1/models/:name{.+}", (c) =>
    answerLookUp(sandbox, c, async () => {
      const name = c.req.param("name");
      const model = (await listModels(new Date())).find(({ id }) => id === name);
      if (!model) throw new Failure(404, "model_not_found", `There is no model ${name} here.`, "model");
      return c.json(model);
    }),
  );
  app.get("/v1/generation", (c) =>
    answerLookUp(sandbox, c, (key) => {
      const generation = sandbox.generations.find(c.req.query("id") ?? "");
      // As with OpenRouter, nothing is known of one before it has ended.
      if (!generation || generation.key !== key || generation.state === "running")
        throw new Failure(404, null, "There is no such generation.", "id");
      return c.body(generationView(generation), 200, { "content-type": "application/json" });
    }),
  );
  app.all("/v1/*", (c) =>
    answerLookUp(sandbox, c, () => {
      throw new Failure(404, "unknown_url", `There is no ${c.req.method} ${c.req.path} here.`);
    }),
  );
}
