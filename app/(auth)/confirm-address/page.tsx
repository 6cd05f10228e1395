import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/auth/join-form";
import { AuthCard } from "@/components/ui/auth-card";
import { TextLink } from "@/components/ui/text-link";
import { proveAddress } from "@/lib/accounts/prove-address";
import { pagePerson } from "@/lib/web/session";

// The address carries a secret: it goes to no other page.
export const metadata: Metadata = { title: "Confirm your address", referrer: "same-origin" };

/** Where the welcome mail leads: on to the console, unless the link is somebody else's. */
export default async function ConfirmAddressPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const person = await pagePerson();
  const { token } = await searchParams;
  if (typeof token === "string" && (await proveAddress(person, token))) redirect("/billing");
  return (
    <AuthCard
      title="This link is not yours"
      description={`You are signed in as ${person.email}, and the link was sent to another person. Sign out, then open it again.`}
      footer={<TextLink href="/billing">Go to the console</TextLink>}
    >
      <SignOutButton />
    </AuthCard>
  );
}
