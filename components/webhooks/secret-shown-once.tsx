import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { PanelClose } from "@/components/ui/dialog";
import { FormFoot } from "@/components/ui/form-foot";
import { TextLink } from "@/components/ui/text-link";

/** A signing secret, the one time that it can be seen. */
export function SecretShownOnce({ secret }: { secret: string }) {
  return (
    <div className="space-y-4">
      <Banner tone="warn">Copy it now: it is shown this once. Your system checks signatures with it.</Banner>
      <CodeBlock label="Signing secret" code={secret} />
      <p className="text-sm text-ink-muted">
        Signatures follow Standard Webhooks, for which there are libraries in most languages.{" "}
        <TextLink href="/docs/guides/webhooks">How to verify a message</TextLink>
      </p>
      <FormFoot>
        <PanelClose asChild>
          <Button look="primary">I have copied it</Button>
        </PanelClose>
      </FormFoot>
    </div>
  );
}
