import { notFound } from "next/navigation";
import { cache } from "react";
import { contextOfCustomer, readCustomer } from "@/lib/backoffice/accounts/read-customer";
import type { Operator } from "@/lib/accounts/operator";
import { Refusal } from "@/lib/values/refusal";
import { pageOperator } from "@/lib/web/session";

type Params = Promise<{ id: string }>;

/** The account of a page below `/admin/accounts/[id]`, as its operator looks at it; where there is none, neither is the page. */
export async function pageCustomer(params: Params) {
  const [operator, { id }] = await Promise.all([pageOperator(), params]);
  return { operator, ctx: await contextOf(operator, id) };
}

/** The same with its balance, read once for the frame and the page within it. */
export const pageCustomerRead = cache(async (id: string) =>
  readCustomer(await pageOperator(), id).catch(orNotFound),
);

function contextOf(operator: Operator, id: string) {
  return contextOfCustomer(operator, id).catch(orNotFound);
}

/** For what an address names and is not there. */
export function orNotFound(error: unknown): never {
  if (error instanceof Refusal && error.code === "not_found") notFound();
  throw error;
}
