/** The JSON call of the ledger, under the path of its first description. A browser without a key is sent to the page (next.config.mjs). */
export { GET } from "@/app/api/v1/transactions/route";
