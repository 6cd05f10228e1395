/** A refusal in the shape that OpenAI gives it. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly status: 400 | 401 | 404 | 429 | 500,
    readonly code: string | null,
    message: string,
    readonly param: string | null = null,
  ) {
    super(message);
  }

  get body(): object {
    const { message, type, param, code } = this;
    return { error: { message, type, param, code } };
  }

  private get type(): string {
    if (this.status === 429) return "requests";
    return this.status === 500 ? "server_error" : "invalid_request_error";
  }
}
