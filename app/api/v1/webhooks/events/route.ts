import { describeEvents } from "@/lib/webhooks/describe-events";
import { endpoint } from "@/lib/web/endpoint";

/** What there is to hear of. The same for everybody. */
export const GET = endpoint({
  scope: "account:read",
  run: () => Promise.resolve({ body: describeEvents() }),
});
