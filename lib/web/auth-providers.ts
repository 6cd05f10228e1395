import type { Account, Profile } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";
import type { OutsideIdentity } from "@/lib/accounts/sign-in-through";
import { env } from "@/lib/env";

/** The providers that the environment names, beside e-mail and password. */
export function outsideProviders(): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET })]
      : []),
    ...openIdProvider(),
  ];
}

/** Their names, for the buttons of the sign-in page. */
export function outsideProviderNames(): { id: string; name: string }[] {
  return outsideProviders().map(({ id, name }) => ({ id, name }));
}

/** What a provider says of the person. Only a verified address counts as one. */
export function identityOf(account: Account, profile: Profile): OutsideIdentity {
  const said = Said.parse(profile);
  return {
    provider: account.provider,
    subject: account.providerAccountId,
    email: said.email ?? null,
    emailVerified: said.email_verified === true,
    name: said.name ?? null,
  };
}

const Said = z.object({
  email: z.string().nullish(),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().nullish(),
});

// GitHub's profile does not say whether its address is verified; its list of addresses does.
const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function github(clientId: string, clientSecret: string): Provider {
  const provider = GitHubProvider({ clientId, clientSecret });
  return {
    ...provider,
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ client, tokens }) => {
        const accessToken = tokens.access_token ?? "";
        const profile = await client.userinfo(accessToken);
        const answer = await fetch("https://api.github.com/user/emails", {
          headers: { authorization: `Bearer ${accessToken}` },
        });
        const primary = answer.ok
          ? GitHubEmails.parse(await answer.json()).find((one) => one.primary)
          : undefined;
        return { ...profile, email: primary?.email, email_verified: primary?.verified === true };
      },
    },
  };
}

function openIdProvider(): Provider[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      profile: (claims: { sub: string; name?: string; email?: string }) => ({
        id: claims.sub,
        name: claims.name,
        email: claims.email,
      }),
    },
  ];
}
