"use client";

import { CircleCheck, Send } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { amountInWords, spanInWords } from "@/components/approvals/approval";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input, Select } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { useRequestKey } from "@/components/ui/use-request-key";
import { useSubmit } from "@/components/ui/use-submit";
import { approveWork, askForWork } from "@/lib/approvals/actions";
import type { ApprovalAnswer, PreviewedWork } from "@/lib/approvals/schema";
import type { Unit } from "@/lib/values/ids";

const HOUR = 3_600;
const SPANS = [HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];

/** What was asked, as it is sent; the server reads it by its schema. */
export type Work = Pick<PreviewedWork, "operations" | "member" | "team" | "project">;

interface DecideWorkProps {
  accountId: string;
  work: Work;
  /** What the page shows as its worst case: nobody agrees to another. */
  seen: string;
  unit: Unit;
  title: string;
  mayDecide: boolean;
  /** Whether it may run as things stand. */
  allowed: boolean;
  url: string;
}

/** The end of a preview: who may decide approves the worst case, and it is held for the job; everybody else asks those who may. */
export function DecideWork(props: DecideWorkProps) {
  const { accountId, work, seen, unit, mayDecide, allowed, url } = props;
  const [done, setDone] = useState<ApprovalAnswer | null>(null);
  const [title, setTitle] = useState(props.title);
  const [reason, setReason] = useState("");
  const [holdFor, setHoldFor] = useState(HOUR);
  const keyOf = useRequestKey();
  const { submit, busy, fault, message, requestId } = useSubmit(
    (input: Parameters<typeof approveWork>[0]) => (mayDecide ? approveWork : askForWork)(input, accountId),
    setDone,
  );
  if (done) return <Done accountId={accountId} approval={done} url={url} />;
  // What would be refused is said above, with what to do.
  if (mayDecide && !allowed) return null;
  const most = amountInWords(seen, unit);
  return (
    <Card
      title={mayDecide ? "Approve it" : "Ask for approval"}
      description={
        mayDecide
          ? `${most} are held until the job says what it used, or until the time is over. The job uses this approval by its authorization.`
          : "Owners, admins and billing members get an e-mail that leads to this worst case. Nothing is held until one of them agrees."
      }
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const input = { ...work, title, reason, hold_for: holdFor, seen };
          submit({ ...input, key: keyOf(JSON.stringify(input)) });
        }}
      >
        <FormError message={message} requestId={requestId} />
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <Field label="What it is for" error={fault("title")}>
            <Input
              value={title}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => setTitle(target.value)}
            />
          </Field>
          <Field label="Held for at most" error={fault("hold_for")}>
            <Select value={holdFor} onChange={({ target }) => setHoldFor(Number(target.value))}>
              {SPANS.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {spanInWords(seconds)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {!mayDecide && (
          <Field label="Why it is needed" error={fault("reason")}>
            <Input
              value={reason}
              maxLength={1_000}
              autoComplete="off"
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
        )}
        <FormFoot>
          <Button type="submit" look="primary" busy={busy}>
            {mayDecide ? `Approve and hold ${most}` : `Ask for ${most}`}
          </Button>
        </FormFoot>
      </form>
    </Card>
  );
}

/** What has come of it, and how the job goes on from here. */
function Done({ accountId, approval, url }: { accountId: string; approval: ApprovalAnswer; url: string }) {
  const { id, amount, unit, hold_for, authorization_id: hold } = approval;
  const link = (
    <TextLink href={`/billing/approve/${id}?account=${accountId}` as Route}>See the request</TextLink>
  );
  const most = amountInWords(amount, unit);
  if (hold === null)
    return (
      <Card title="Asked">
        <p role="status" className="flex items-start gap-2.5">
          <Send className="mt-0.5 size-4 shrink-0 text-ink-muted" aria-hidden />
          <span className="min-w-0">
            Whoever may decide on {most} gets an e-mail now. Once it is approved, its authorization stands on
            the request’s page. {link}
          </span>
        </p>
      </Card>
    );
  return (
    <Card title="Approved">
      <p role="status" data-approved className="flex items-start gap-2.5">
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
        <span className="min-w-0">
          {most} are held for {spanInWords(hold_for)} at most, under the authorization{" "}
          <CopyId id={hold} label="authorization id" className="-mx-1" />
          <span className="mt-1 block">{link}</span>
        </span>
      </p>
      <div className="mt-4">
        <CodeBlock
          label="The job says what it used, and the rest goes back"
          code={captureOf(url, approval)}
        />
      </div>
    </Card>
  );
}

function captureOf(url: string, { authorization_id: hold, amount }: ApprovalAnswer): string {
  return `export ECU_KEY=ecu_YOUR_KEY
curl ${url}/api/v1/authorizations/${hold}/capture \\
  -H "Authorization: Bearer $ECU_KEY" -H "Content-Type: application/json" \\
  -d '{"amount": "${amount}"}'`;
}
