import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthCard } from "@/components/ui/auth-card";
import { TextLink } from "@/components/ui/text-link";
import { safeNext } from "@/lib/accounts/rules/safe-next";
import { outsideProviderNames } from "@/lib/web/auth-providers";
import { currentPerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<{
  next?: string | string[];
  error?: string | string[];
  callbackUrl?: string | string[];
}>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next: wanted, error } = await searchParams;
  const next = safeNext(wanted);
  if (await currentPerson()) redirect(next);
  const notice = error
    ? "That sign-in did not work. Confirm your e-mail address with the provider, or use your password."
    : null;
  const signUp = wanted ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up";
  return (
    <AuthCard
      title="Sign in"
      description={next.startsWith("/confirm-address") && "Sign in to confirm your address."}
      footer={
        <>
          New here? <TextLink href={signUp}>Sign up</TextLink>
        </>
      }
    >
      <SignInForm next={next} providers={outsideProviderNames()} notice={notice} />
    </AuthCard>
  );
}
