/** The words by which providers are named. */
export const PROVIDER_SLUGS = [
  "openrouter",
  "openai",
  "anthropic",
  "google",
  "mistral",
  "deepseek",
  "groq",
  "together",
  "xai",
  "installation",
] as const;

export type ProviderSlug = (typeof PROVIDER_SLUGS)[number];

/** Somebody who runs models, and speaks as OpenAI does. */
export interface Provider {
  slug: ProviderSlug;
  name: string;
  /** Up to and without what is called; null for the installation's own provider. */
  baseUrl: string | null;
  /** Where to get a key, or what it looks like. */
  keyHint: string;
}

/** Every provider that customers may bring a key of. They never give an address of their own: it could lead into our network. */
export const PROVIDERS: readonly Provider[] = [
  {
    slug: "openrouter",
    name: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    keyHint: "Begins with sk-or-; made at openrouter.ai under Keys.",
  },
  {
    slug: "openai",
    name: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    keyHint: "Begins with sk-; made at platform.openai.com under API keys.",
  },
  {
    slug: "anthropic",
    name: "Anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    keyHint: "Begins with sk-ant-; made in the Anthropic console under API keys.",
  },
  {
    slug: "google",
    name: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    keyHint: "Made in Google AI Studio under API keys.",
  },
  {
    slug: "mistral",
    name: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    keyHint: "Made at console.mistral.ai under API keys.",
  },
  {
    slug: "deepseek",
    name: "DeepSeek",
    baseUrl: "https://api.deepseek.com/v1",
    keyHint: "Begins with sk-; made at platform.deepseek.com under API keys.",
  },
  {
    slug: "groq",
    name: "Groq",
    baseUrl: "https://api.groq.com/openai/v1",
    keyHint: "Begins with gsk_; made at console.groq.com under API keys.",
  },
  {
    slug: "together",
    name: "Together AI",
    baseUrl: "https://api.together.xyz/v1",
    keyHint: "Made at api.together.ai under API keys.",
  },
  {
    slug: "xai",
    name: "xAI",
    baseUrl: "https://api.x.ai/v1",
    keyHint: "Begins with xai-; made at console.x.ai under API keys.",
  },
  {
    slug: "installation",
    name: "This installation’s provider",
    baseUrl: null,
    keyHint: "A key of your own at the provider that this installation runs models at.",
  },
];

/** A provider by its word. */
export function providerOf(slug: string): Provider | undefined {
  return PROVIDERS.find((provider) => provider.slug === slug);
}
