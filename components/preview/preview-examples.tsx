import type { Route } from "next";
import { LinkButton } from "@/components/ui/button";
import type { FeatureKind } from "./feature-kinds";

const EXAMPLES = [
  {
    label: "1,000 chats of gpt-4o",
    feature: "model_inference",
    search: "feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=1000",
  },
  {
    label: "An H100 for a day",
    feature: "gpu_instance",
    search: "feature=gpu_instance&hardware=h100&quantity.hour=24",
  },
] as const;

/** Questions to begin with, of the features that the rate card has. */
export function PreviewExamples({ kinds }: { kinds: readonly FeatureKind[] }) {
  return EXAMPLES.filter((example) => kinds.some(({ feature }) => feature === example.feature)).map(
    ({ label, search }) => (
      <LinkButton key={label} href={`/cost-preview?${search}` as Route}>
        {label}
      </LinkButton>
    ),
  );
}
