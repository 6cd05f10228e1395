import { env } from "@/lib/env";
import { notFound, Refusal } from "@/lib/values/refusal";
import { addressOf } from "@/lib/web/address";
import { endpoint } from "@/lib/web/endpoint";
import { installationMetrics } from "@/lib/web/metrics/installation";
import { metrics } from "@/lib/web/metrics/registry";
import { carriesToken } from "@/lib/web/metrics/token";
import { countBadKey } from "@/lib/web/rate-limits";

export const dynamic = "force-dynamic";

/** What Prometheus reads: of this process and of the installation. It exists where ECU_METRICS_TOKEN is set, for who sends it. */
export const GET = endpoint.public({
  run: async ({ request }) => {
    const token = env().ECU_METRICS_TOKEN;
    if (token === undefined) throw notFound("page");
    if (!carriesToken(request.headers.get("authorization"), token)) {
      await countBadKey(addressOf(request.headers));
      throw new Refusal("unauthenticated", "Send the token of ECU_METRICS_TOKEN: Authorization: Bearer …");
    }
    const { registry } = metrics();
    const text = `${await registry.metrics()}\n${await installationMetrics()}`;
    return new Response(text, { headers: { "content-type": registry.contentType } });
  },
});
