import type { StripeMode } from "@/lib/purchases/stripe";

const WORDS = {
  sandbox: "Stripe sandbox: no real money",
  test: "Stripe test mode: no real money",
} as const;

/** Says on every page when payments are only played. */
export function StripeStrip({ mode }: { mode: StripeMode | null }) {
  if (mode === null || mode === "live") return null;
  return (
    <section aria-label="Payments" data-print="none">
      <p className="border-b bg-sunken px-4 py-1 text-center text-xs text-ink-muted">{WORDS[mode]}</p>
    </section>
  );
}
