/** A customer's own key of a provider, as it is shown: the key itself is not to be had again. */
export interface ProviderKey {
  id: string;
  provider: string;
  name: string;
  last4: string;
  createdAt: Date;
  createdBy: string;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** What is read of a row to show it. */
export const SHOWN = {
  id: true,
  provider: true,
  name: true,
  last4: true,
  createdAt: true,
  createdBy: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;
