import { expect, it } from "vitest";
import { PROVIDER_SLUGS, PROVIDERS, providerOf } from "./providers";

it("names every provider once, by an address with TLS that nobody can change", () => {
  expect(PROVIDERS.map(({ slug }) => slug)).toEqual(PROVIDER_SLUGS);
  for (const { slug, baseUrl } of PROVIDERS) {
    if (slug === "installation") expect(baseUrl).toBeNull();
    else expect(baseUrl).toMatch(/^https:\/\/[a-z.]+\.(ai|com|xyz)(\/[a-z0-9]+)+$/);
  }
  expect(providerOf("openai")?.name).toBe("OpenAI");
  expect(providerOf("http://169.254.169.254")).toBeUndefined();
});
