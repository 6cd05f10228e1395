import { receiveStripeEvent } from "@/lib/purchases/receive-event";
import { endpoint } from "@/lib/web/endpoint";
import { readBody } from "@/lib/web/read-body";

const MAX_BYTES = 1_048_576;

/** Where Stripe says that something has happened. The seal is over the bytes as they came. */
export const POST = endpoint.public({
  run: async ({ request }) => {
    const body = new TextDecoder().decode(await readBody(request, MAX_BYTES));
    const { id } = await receiveStripeEvent(body, request.headers.get("stripe-signature"));
    return { body: { received: id } };
  },
});
