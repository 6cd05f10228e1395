import { PROVIDERS, type ProviderSlug } from "./providers";

/** What is known of whoever answers at an address. */
export interface Base {
  slug: ProviderSlug;
  /** It says what a call cost when it is asked (`usage.include`), and looks up generations by their ids, as OpenRouter does. */
  tellsCost: boolean;
  /** Its names in the price list, in the order in which they are tried. '' leaves it to the model's name. */
  pricedAs: readonly string[];
}

/** Recognises a provider by its address. One that is not known is taken for one like OpenRouter: most ignore what they do not know. */
export function baseOf(baseUrl: string): Base {
  const { hostname } = new URL(baseUrl);
  const known = PROVIDERS.find(
    (provider) => provider.baseUrl && new URL(provider.baseUrl).hostname === hostname,
  );
  if (!known) return { slug: "installation", tellsCost: true, pricedAs: ["", "openrouter"] };
  const name = known.slug === "xai" ? "x-ai" : known.slug;
  return { slug: known.slug, tellsCost: known.slug === "openrouter", pricedAs: [name, ""] };
}
