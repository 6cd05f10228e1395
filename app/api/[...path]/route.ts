import { Refusal } from "@/lib/values/refusal";
import { endpoint } from "@/lib/web/endpoint";

/** What is no call of the API is answered as the API answers: a program has no use for a page. */
const nothing = endpoint.public({
  run: async ({ request }) => {
    const { pathname } = new URL(request.url);
    throw new Refusal(
      "not_found",
      `There is no ${request.method} ${pathname.slice(0, 200)}. All calls are described at /docs and in /api/v1/openapi.json.`,
    );
  },
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
