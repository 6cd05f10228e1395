import { writeLetter } from "./letter";
import { linkTo } from "./link-to";
import type { Mail } from "./mail";

/** Sent to whoever asked for a new password and has an account. */
export function passwordResetMail(token: string): Promise<Mail> {
  return writeLetter({
    template: "password-reset",
    subject: "Set a new password",
    heading: "Set a new password",
    paragraphs: [
      "Someone asked for a new password for your sign-in. The link works once, for one hour. Using it signs you out everywhere else.",
    ],
    button: { label: "Set a new password", href: linkTo(`/reset-password?token=${token}`) },
    footnote: "If it was not you, ignore this mail: your password stays as it is.",
  });
}

const ENDED =
  "Your address was not confirmed until now, so that somebody else may have signed up with it. What was made before has ended: API keys that were made in your name are revoked, and in the accounts that were opened in your name so are keys of providers, open invitations, webhooks, the memberships of other people, and other people’s addresses in alerts. Look through Settings, and set up anew what you need.";

/** Sent after a password was set, so that nobody else can do it unnoticed. `ended`: what was made before the address was proven ended with it. */
export function passwordChangedMail({ ended = false } = {}): Promise<Mail> {
  return writeLetter({
    template: "password-changed",
    subject: "Your password was changed",
    heading: "Your password was changed",
    paragraphs: [
      "A new password was set for your sign-in, and your other sessions were signed out.",
      ...(ended ? [ENDED] : []),
    ],
    button: { label: "See your sessions", href: linkTo("/settings/profile") },
    footnote:
      "If it was not you, set a new password now with “Forgot it?” on the sign-in page, and tell an owner of your account.",
  });
}

/** Sent when a provider vouched for an address that had not been proven here, and what was made before ended with that. */
export function addressProvenMail(): Promise<Mail> {
  return writeLetter({
    template: "address-proven",
    subject: "Your address is confirmed, and what was made before has ended",
    heading: "Your address is confirmed",
    paragraphs: ["You signed in by a provider that vouches for this address, for the first time.", ENDED],
    button: { label: "Open the console", href: linkTo("/settings/members") },
    footnote: "If it was not you, tell whoever runs this installation.",
  });
}

/** Sent to someone who asks for the welcome mail’s link once more. */
export function confirmAddressMail({ token }: { token: string }): Promise<Mail> {
  return writeLetter({
    template: "confirm-address",
    subject: "Confirm your address",
    heading: "Confirm your address",
    paragraphs: [
      "Open the link in the browser in which you are signed in. Then you can invite others, and name further addresses for alerts.",
    ],
    button: { label: "Confirm your address", href: linkTo(`/confirm-address?token=${token}`) },
    footnote: "You get this because someone signed up with this address. If it was not you, ignore it.",
  });
}

/** Sent to someone whom a member of an account invites. */
export function invitationMail(invitation: {
  accountName: string;
  invitedBy: string;
  role: string;
  token: string;
}): Promise<Mail> {
  const { accountName, invitedBy, role, token } = invitation;
  return writeLetter({
    template: "invitation",
    subject: `${invitedBy} invites you to ${accountName}`,
    heading: `Join ${accountName}`,
    paragraphs: [
      `${invitedBy} invites you to ${accountName} as ${role === "owner" || role === "admin" ? "an" : "a"} ${role}.`,
      "Sign in with this address, or sign up with it. The link works once, for seven days.",
    ],
    button: { label: "Accept the invitation", href: linkTo(`/invitation?token=${token}`) },
    footnote: "If you do not know who sent this, ignore it: nothing happens without you.",
  });
}

/** Sent to someone who has just signed up. Its link, opened by who signed up, also proves the address. */
export function welcomeMail(person: {
  name: string;
  accountName: string;
  token: string;
  /** Whether the account was opened with free credit or tool runs. */
  hasStarter: boolean;
}): Promise<Mail> {
  return writeLetter({
    template: "welcome",
    subject: "Welcome to Ecu",
    heading: `Welcome, ${person.name}`,
    paragraphs: [
      person.hasStarter
        ? `${person.accountName} is open, and its free starter pack is in its wallet.`
        : `${person.accountName} is open.`,
      "Open the console to see your balance, and create an API key to meter your first call.",
    ],
    button: {
      label: "Confirm your address and open the console",
      href: linkTo(`/confirm-address?token=${person.token}`),
    },
    footnote: "You get this because someone signed up with this address. If it was not you, ignore it.",
  });
}

/** Sent to someone who has a sign-in and signs up again, or whose address somebody else tries: nobody is told but they. */
export function signUpAgainMail(): Promise<Mail> {
  return writeLetter({
    template: "sign-up-again",
    subject: "You have a sign-in already",
    heading: "You have a sign-in already",
    paragraphs: [
      "Someone signed up with this address, which has a sign-in. Nothing was opened or changed.",
      "If it was you, sign in with the password that you have. If you forgot it, set a new one with “Forgot it?” on that page.",
    ],
    button: { label: "Sign in", href: linkTo("/sign-in") },
    footnote: "If it was not you, ignore this mail: whoever tried was not told that you have a sign-in.",
  });
}

/** Sent to those who may decide when a program asks for what only a person gives. */
export function approvalAskedMail(request: {
  kind: "job" | "mandate";
  title: string;
  requestedBy: string;
  amount: string;
  url: string;
  accountId: string;
  accountName: string;
}): Promise<Mail> {
  const { kind, title, requestedBy, amount, url, accountId, accountName } = request;
  const what =
    kind === "job"
      ? `to let a job run that costs at most ${amount}`
      : `for a mandate to spend up to ${amount}`;
  return writeLetter({
    template: "approval-asked",
    subject:
      kind === "job"
        ? `Approve up to ${amount}? (${accountName})`
        : `Give a mandate of up to ${amount}? (${accountName})`,
    heading: title,
    paragraphs: [
      `${requestedBy} asks ${accountName} ${what}.`,
      "Nothing is held or spent before someone who may decide has approved it. The page says what it is for, and what would be left.",
    ],
    button: { label: "Look at the request", href: url },
    footnote: `If you do not know who asks, decline it: nothing happens without you. Account ID ${accountId}.`,
  });
}
