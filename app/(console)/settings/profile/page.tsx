import type { Metadata } from "next";
import { ConfirmAddress } from "@/components/settings/confirm-address";
import { PreferencesForm } from "@/components/settings/preferences-form";
import { PasswordForm, PersonNameForm } from "@/components/settings/profile-forms";
import { SessionsCard } from "@/components/settings/sessions-card";
import { hasPassword } from "@/lib/accounts/person";
import { listSessions } from "@/lib/accounts/sessions";
import { pagePerson } from "@/lib/web/session";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const person = await pagePerson();
  const [password, sessions] = await Promise.all([hasPassword(person), listSessions(person)]);
  return (
    <div className="space-y-5">
      {!person.isProven && <ConfirmAddress email={person.email} />}
      <PersonNameForm name={person.name} email={person.email} />
      <PreferencesForm
        key={JSON.stringify(person.preferences)}
        preferences={person.preferences}
        timeZones={Intl.supportedValuesOf("timeZone")}
      />
      <PasswordForm hasPassword={password} />
      <SessionsCard
        sessions={sessions.map((session) => ({
          ...session,
          createdAt: session.createdAt.toISOString(),
          lastSeenAt: session.lastSeenAt.toISOString(),
        }))}
      />
    </div>
  );
}
