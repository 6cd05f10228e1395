import { dataOf, type EcuClient } from "./index";

/** What your model call answers. */
interface Answer {
  text: string;
  usage: { input_tokens: number; output_tokens: number };
}

/** Answers a question for a project: estimated, approved, run, and charged what it really used. */
export async function answerQuestion(
  ecu: EcuClient,
  project: string,
  question: string,
  callModel: (question: string, maxTokens: number) => Promise<Answer>,
): Promise<string> {
  const maxTokens = 512;
  const operation = { model: "gpt-4o", operation: "chat", max_output_tokens: maxTokens };
  // A token is a byte of text at least, so that this is the most that the question can be.
  const operations = [{ ...operation, input_tokens: new TextEncoder().encode(question).length + 50 }];

  // Estimate: what does it cost at most, and may it run?
  const estimate = await dataOf(ecu.POST("/api/v1/estimates", { body: { operations, project } }));
  if (!estimate.allowed) throw new Error(estimate.refusals.map(({ detail }) => detail).join(" "));

  // Approve: hold that much. Who was quicker may have taken it; then this is refused, and nothing has run.
  const body = { operations, project, expires_in: 600 };
  const { id } = await dataOf(ecu.POST("/api/v1/authorizations", { body }));
  const params = { path: { id } };

  // Run; what fails costs nothing.
  const answer = await callModel(question, maxTokens).catch(async (error: unknown) => {
    await dataOf(ecu.POST("/api/v1/authorizations/{id}/release", { params }));
    throw error;
  });

  // Settle: pay what was really used; the rest is available again.
  await dataOf(ecu.POST("/api/v1/authorizations/{id}/capture", { params, body: { usage: answer.usage } }));
  return answer.text;
}
