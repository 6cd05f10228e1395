import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CustomerHead } from "@/components/admin/customers/customer-head";
import { pageCustomerRead } from "./read";

export const metadata: Metadata = { title: "Account" };

/** One account: who it is, over the page about it. */
export default async function AccountLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  const { id, name, status, createdAt } = await pageCustomerRead((await params).id);
  return (
    <div className="space-y-5">
      <CustomerHead customer={{ id, name, status, createdAt }} />
      {children}
    </div>
  );
}
