import { z } from "zod";
import { PERMISSIONS, ROLES } from "@/lib/values/context";

// What the forms and the verbs read alike. Messages complete the sentence "E-mail …".
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A name that people read: trimmed, 1 to 100 characters, none of them invisible or turning the text around. */
export const Name = z
  .string("is required")
  .trim()
  .min(1, "is required")
  .max(100, "has more than 100 characters")
  .refine((text) => !CONTROL.test(text), "contains invisible or control characters");

/** An e-mail address in lower case: one person, one spelling. */
export const Email = z
  .string("is required")
  .trim()
  .min(1, "is required")
  .max(320, "has more than 320 characters")
  .toLowerCase()
  .pipe(z.email("is not an e-mail address"));

/** A password to be set. Long enough to need no rules on its letters; the verb refuses the guessable ones. */
export const NewPassword = z
  .string("is required")
  .min(10, "needs at least 10 characters")
  .max(128, "has more than 128 characters");

/** A password to be checked. */
export const Password = z.string("is required").min(1, "is required").max(128, "is not the password");

export const Role = z.enum(ROLES, "is not a role");
export const Id = z.uuid("is not an id");
export const Token = z.string("is required").regex(/^[A-Za-z0-9_-]{43}$/, "is not a link of ours");
export const Empty = z.strictObject({});

/** The word by which usage events name a team or project. */
export const Slug = z
  .string("is required")
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    "is 1 to 63 lower-case letters, digits, - or _, and starts with a letter or digit",
  );

export const SignUp = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  /** What the new account is called. Without one, the person joins by an invitation or names it later. */
  accountName: Name.optional(),
  invitation: Token.optional(),
});

export const RequestReset = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({ token: Token, password: NewPassword });
export const ChangePassword = z.strictObject({
  current: z.string().max(128, "is not the password"),
  password: NewPassword,
});
export const RenamePerson = z.strictObject({ name: Name });
export const RenameAccount = z.strictObject({ name: Name });
export const CreateAccount = z.strictObject({ name: Name });

export const Invite = z.strictObject({ email: Email, role: Role });
export const OfInvitation = z.strictObject({ id: Id });
export const AcceptInvitation = z.strictObject({ token: Token });

export const ChangeRole = z.strictObject({ userId: Id, role: Role });
export const RemoveMember = z.strictObject({ userId: Id, revokeKeys: z.boolean() });

export const CreateTeam = z.strictObject({ name: Name, slug: Slug });
export const SaveTeam = z.strictObject({ id: Id, name: Name, archived: z.boolean() });
export const TeamMember = z.strictObject({ teamId: Id, userId: Id, belongs: z.boolean() });
export const CreateProject = z.strictObject({ name: Name, slug: Slug, teamId: Id.nullable() });
export const SaveProject = z.strictObject({
  id: Id,
  name: Name,
  teamId: Id.nullable(),
  archived: z.boolean(),
});

export const CreateKey = z.strictObject({
  name: Name,
  scopes: z
    .array(z.enum(PERMISSIONS, "is not a scope"))
    .min(1, "needs at least one scope")
    .max(PERMISSIONS.length),
  /** In days; null for a key that does not expire. */
  expiresInDays: z
    .number()
    .int("is a number of days")
    .min(1, "is at least 1 day")
    .max(3650, "is at most 3650 days")
    .nullable(),
});
export const OfKey = z.strictObject({ id: Id });
export const OfSession = z.strictObject({ id: Id });
export const OfAccount = z.strictObject({ accountId: Id });
