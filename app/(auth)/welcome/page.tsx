import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/auth/join-form";
import { OpenAccountForm } from "@/components/auth/open-account-form";
import { AuthCard } from "@/components/ui/auth-card";
import { pagePerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Welcome" };

/** For someone who is signed in and belongs to no account: removed from their last one. */
export default async function WelcomePage() {
  const person = await pagePerson();
  if (person.memberships.length > 0) redirect("/billing");
  return (
    <AuthCard
      title={`Hello, ${person.name}`}
      description="You belong to no account now. Open one, or ask someone to invite you to theirs."
      footer={<SignOutButton />}
    >
      <OpenAccountForm />
    </AuthCard>
  );
}
