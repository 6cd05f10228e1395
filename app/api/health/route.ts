import { endpoint } from "@/lib/web/endpoint";
import { readReadiness } from "@/lib/web/readiness";

export const dynamic = "force-dynamic";

/** 200 when requests can be served; 503 names what is missing. For load balancers and for `npm start`. */
export const GET = endpoint.public({
  run: async () => {
    const { missing, notes } = await readReadiness();
    const isReady = missing.length === 0;
    return { status: isReady ? 200 : 503, body: { status: isReady ? "ready" : "not_ready", missing, notes } };
  },
});
