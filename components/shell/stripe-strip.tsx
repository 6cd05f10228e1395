import type { StripeMode } from "@/lib/purchases/stripe";

const WORDS = {
  sandbox: "Stripe sandbox: no real money",
  test: "Stripe test mode: no real money",
} as const;

/** Says on every page when payments are only played. */
export function StripeStrip({ mode }: { mode: StripeMode | null }) {
  if (mode === null || mode === "live") return null;
  return (
    <p className="border-b bg-sunken px-4 py-1 text-center text-xs text-ink-muted" data-print="none">
      {WORDS[mode]}
    </p>
  );
}
