import { endpoint } from "@/lib/web/endpoint";

export const dynamic = "force-dynamic";

/** 200 as long as this process answers at all, whatever the database does: for who restarts processes. */
export const GET = endpoint.public({ run: async () => ({ body: { status: "alive" } }) });
