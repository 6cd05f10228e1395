import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { AuthCard } from "@/components/ui/auth-card";
import { TextLink } from "@/components/ui/text-link";
import { safeNext } from "@/lib/accounts/rules/safe-next";
import { currentPerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next);
  if (await currentPerson()) redirect(next);
  return (
    <AuthCard
      title="Sign up"
      description="Your account starts with free credits and tool runs. No card is needed."
      footer={
        <>
          Signed up before? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <SignUpForm next={next} />
    </AuthCard>
  );
}
