import { Details } from "@/components/ui/details";
import type { MandateAnswer } from "@/lib/approvals/schema";
import { featureName } from "@/lib/metering/rules/usage-names";
import { listInWords } from "@/lib/values/display/list";
import { spanInWords } from "./approval";

/** What a mandate lets an agent do, and nothing else. */
export function MandateTerms({ mandate }: { mandate: MandateAnswer }) {
  const { models, features, member, team, project, lasts } = mandate;
  return (
    <Details
      rows={[
        ["Models", <Words key="models" text={listInWords(models, "any model")} />],
        ["Features", <Words key="features" text={listInWords(features.map(featureName), "any feature")} />],
        ...(member ? [["Member", member] as const] : []),
        ...(team ? [["Team", team] as const] : []),
        ...(project ? [["Project", project] as const] : []),
        ["Lasts", `${spanInWords(lasts)} from the approval`],
      ]}
    />
  );
}

function Words({ text }: { text: string }) {
  return <span className="wrap-anywhere">{text}</span>;
}
