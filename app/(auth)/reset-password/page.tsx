import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/auth/reset-password-form";
import { AuthCard } from "@/components/ui/auth-card";
import { TextLink } from "@/components/ui/text-link";

// The address carries a secret: it goes to no other page.
export const metadata: Metadata = { title: "New password", referrer: "same-origin" };

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return (
    <AuthCard
      title="Set a new password"
      description="It signs you out everywhere else."
      footer={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <ResetPasswordForm token={typeof token === "string" ? token : ""} />
    </AuthCard>
  );
}
