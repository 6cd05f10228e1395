"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DayInput } from "@/components/ui/day-input";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { useRequestKey } from "@/components/ui/use-request-key";
import type { AccountChoice } from "@/lib/backoffice/accounts/find-accounts";
import type { LeftToday as Left } from "@/lib/backoffice/limits/daily-limit";
import { addContract } from "@/lib/purchases/actions";
import { AccountField } from "./account-picker/account-field";
import { LeftToday } from "./left-today";

interface Part {
  dueOn: string;
  amountUsd: string;
  credits: string;
  bonusCredits: string;
  creditExpiresOn: string;
}

const EMPTY: Part = { dueOn: "", amountUsd: "", credits: "", bonusCredits: "0", creditExpiresOn: "" };

const FIELDS: readonly { name: keyof Part; label: string; isDay?: true }[] = [
  { name: "dueOn", label: "Due (UTC day)", isDay: true },
  { name: "amountUsd", label: "Amount (USD)" },
  { name: "credits", label: "Credit (ECU)" },
  { name: "bonusCredits", label: "Bonus (ECU)" },
  { name: "creditExpiresOn", label: "Credit expires, last day (UTC)", isDay: true },
];

/** Writes down what was signed: whose it is, and its parts. */
export function ContractForm({
  account,
  accountText,
  left,
}: {
  /** The one that the link named, and what it named. */
  account: AccountChoice | null;
  accountText: string;
  /** Credit, of the day of who writes it down. */
  left: Left;
}) {
  const router = useRouter();
  const requestKeyOf = useRequestKey();
  const [accountId, setAccountId] = useState(account?.id ?? accountText);
  const [name, setName] = useState("");
  const [parts, setParts] = useState<readonly Part[]>([EMPTY]);
  const { submit, busy, fault, message, requestId } = useSubmit(addContract, () => {
    toast.success("The contract is created");
    router.push("/admin/contracts");
  });
  const change = (at: number, field: keyof Part, value: string) =>
    setParts(parts.map((part, index) => (index === at ? { ...part, [field]: value } : part)));
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        const contract = {
          accountId,
          name,
          invoices: parts.map((part) => ({ ...part, creditExpiresOn: part.creditExpiresOn || null })),
        };
        submit({ ...contract, requestKey: requestKeyOf(JSON.stringify(contract)) });
      }}
    >
      <FormError message={message ?? fault("invoices") ?? null} requestId={requestId} />
      <Card title="Contract">
        <div className="grid gap-4 sm:grid-cols-2">
          <AccountField
            first={account}
            firstText={accountText}
            onChange={setAccountId}
            error={fault("accountId")}
          />
          <Field label="Name" hint="Stands on invoices and in the ledger." error={fault("name")}>
            <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
          </Field>
        </div>
      </Card>
      <Card
        title="Parts"
        description="Each is an invoice. Its cash buys the credit; the bonus is the negotiated extra. Both are granted when it is paid."
        footer={
          <>
            <Button onClick={() => setParts([...parts, EMPTY])} disabled={parts.length >= 60}>
              <Plus aria-hidden /> Add a part
            </Button>
            <p className="min-w-0 flex-1 basis-64 text-xs text-ink-muted">
              Credit beyond what its price buys counts against your day.{" "}
              <LeftToday left={left} unit="credit" />
            </p>
          </>
        }
      >
        <ol className="divide-y">
          {parts.map((part, index) => (
            <li key={index} className="flex flex-wrap items-start gap-3 py-4 first:pt-0 last:pb-0">
              {FIELDS.map(({ name: field, label, isDay }) => (
                <Field
                  key={field}
                  label={label}
                  error={fault(`invoices.${index}.${field}`)}
                  className={cn("w-full flex-1", field === "creditExpiresOn" ? "basis-52" : "basis-32")}
                >
                  {isDay ? (
                    <DayInput value={part[field]} onChange={(day) => change(index, field, day)} />
                  ) : (
                    <Input
                      inputMode="decimal"
                      autoComplete="off"
                      value={part[field]}
                      onChange={(event) => change(index, field, event.target.value)}
                    />
                  )}
                </Field>
              ))}
              <Button
                look="ghost"
                size="icon"
                className="mt-7"
                aria-label={`Remove part ${index + 1}`}
                disabled={parts.length === 1}
                onClick={() => setParts(parts.filter((_, at) => at !== index))}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ol>
      </Card>
      <FormFoot>
        <LinkButton href="/admin/contracts">Cancel</LinkButton>
        <Button type="submit" look="primary" busy={busy}>
          Create contract
        </Button>
      </FormFoot>
    </form>
  );
}
