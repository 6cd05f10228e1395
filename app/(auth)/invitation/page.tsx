import type { Metadata } from "next";
import { JoinForm, SignOutButton } from "@/components/auth/join-form";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { AuthCard } from "@/components/ui/auth-card";
import { TextLink } from "@/components/ui/text-link";
import { readInvitation } from "@/lib/accounts/accept-invitation";
import { Refusal } from "@/lib/values/refusal";
import { outsideProviderNames } from "@/lib/web/auth-providers";
import { currentPerson } from "@/lib/web/session";

// The address carries a secret: it goes to no other page.
export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const invitation = typeof token === "string" ? await open(token) : null;
  if (!invitation || typeof token !== "string") {
    return (
      <AuthCard title="This invitation is over" footer={<TextLink href="/sign-in">Go to sign-in</TextLink>}>
        <p className="text-sm text-ink-muted">
          It was used already, was withdrawn, or is older than seven days. Ask the person who invited you for
          a new one.
        </p>
      </AuthCard>
    );
  }
  const { accountName, email, role, hasSignIn } = invitation;
  const person = await currentPerson();
  const title = `Join ${accountName}`;
  if (person?.email === email) {
    return (
      <AuthCard title={title} description={`You are invited as ${role}, and signed in as ${email}.`}>
        <JoinForm token={token} accountName={accountName} />
      </AuthCard>
    );
  }
  if (person) {
    return (
      <AuthCard
        title={title}
        description={`The invitation was sent to ${email}, and you are signed in as ${person.email}. Sign out, then open the link again.`}
      >
        <SignOutButton />
      </AuthCard>
    );
  }
  if (hasSignIn) {
    return (
      <AuthCard title={title} description={`You are invited as ${role}. Sign in as ${email} to join.`}>
        <SignInForm next={`/invitation?token=${token}`} providers={outsideProviderNames()} email={email} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={title} description={`You are invited as ${role}. Sign up to join.`}>
      <SignUpForm next="/billing" invitation={{ token, email }} />
    </AuthCard>
  );
}

async function open(token: string) {
  try {
    return await readInvitation(token);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
