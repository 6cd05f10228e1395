import type { Metadata } from "next";
import { CustomerMembers } from "@/components/admin/customers/customer-members";
import { listMembers } from "@/lib/accounts/members";
import { pageCustomer } from "../read";

export const metadata: Metadata = { title: "Members of an account" };

/** The people of an account. */
export default async function CustomerMembersPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await pageCustomer(params);
  return <CustomerMembers members={await listMembers(ctx)} />;
}
