"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { FormFoot } from "@/components/ui/form-foot";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { keepDraft } from "@/lib/metering/drafts/actions";
import type { DraftView } from "@/lib/metering/drafts/drafts";
import { entriesOfDraft } from "@/lib/metering/drafts/rules/entries";
import { sentenceOf } from "@/lib/values/display/sentence";
import { EntriesTable } from "./entries-table";
import { EntryDialog } from "./entry-dialog";
import { HOW_PRICES_COUNT, kindOf, NEW_ENTRY } from "./entry-words";
import { MomentFields } from "./moment-fields";
import { type DraftState, PublishBar } from "./publish-bar";

/** A rate card that is being written: its prices, when it begins, and what becomes of it. */
export function DraftEditor({
  draft,
  about,
  ...state
}: {
  draft: DraftView;
  /** Whose prices it has, and who wrote on it. */
  about: ReactNode;
} & Omit<DraftState, "revision">) {
  const [saved, setSaved] = useState({ ...draft, revision: draft.revision });
  const [form, setForm] = useState(draft);
  const { name, note, validFrom, entries } = form;
  const change = (part: Partial<DraftView>) => setForm({ ...form, ...part });
  const { submit, busy, fault, message, requestId } = useSubmit(keepDraft, ({ revision }, input) => {
    setSaved({ ...saved, ...input, revision });
    toast.success("The draft is saved");
  });
  const isChanged = sent({ ...form, revision: 0 }) !== sent({ ...saved, revision: 0 });
  const faults = entriesOfDraft(entries).faults;
  const faultOfRow = (index: number) => {
    const found = faults.find(({ field }) => field.startsWith(`entries.${index}.`));
    return found ? `${sentenceOf(found.field.split(".").slice(2).join(" "))}: ${found.message}` : null;
  };
  const setEntry = (at: number, entry: (typeof entries)[number]) =>
    change({ entries: entries.map((known, index) => (index === at ? entry : known)) });
  return (
    <div className="space-y-5">
      <PageHeader
        title="Draft of a rate card"
        description={about}
        actions={<PublishBar {...state} id={draft.id} revision={saved.revision} isChanged={isChanged} />}
      />
      <FormError message={message} requestId={requestId} />
      <Card
        title="Draft"
        footer={
          <FormFoot note={<p role="status">{isChanged && "Not saved yet: save it to try or publish it."}</p>}>
            <Button
              look="primary"
              busy={busy}
              disabled={!isChanged || faults.length > 0}
              onClick={() =>
                submit({ id: draft.id, revision: saved.revision, name, note, validFrom, entries })
              }
            >
              Save the draft
            </Button>
          </FormFoot>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" error={fault("name")}>
            <Input value={name} maxLength={100} onChange={({ target }) => change({ name: target.value })} />
          </Field>
          <MomentFields
            label="Valid from"
            hint="Empty: from the moment when it is published. Never in the past."
            error={fault("validFrom")}
            value={validFrom}
            onChange={(moment) => change({ validFrom: moment })}
          />
          <Field
            label="Note"
            hint="Stands beside the version."
            error={fault("note")}
            className="sm:col-span-2"
          >
            <Input value={note} maxLength={1_000} onChange={({ target }) => change({ note: target.value })} />
          </Field>
        </div>
      </Card>
      <Card
        flush
        title={`Prices (${entries.length})`}
        description={HOW_PRICES_COUNT}
        actions={
          <EntryDialog
            title="New price"
            entry={NEW_ENTRY}
            onSave={(entry) => change({ entries: [...entries, entry] })}
            trigger={
              <Button>
                <Plus aria-hidden /> Add a price
              </Button>
            }
          />
        }
      >
        <EntriesTable
          entries={entries}
          faultOf={faultOfRow}
          actionsOf={(index) => {
            const entry = entries[index] ?? NEW_ENTRY;
            return (
              <span className="inline-flex gap-1">
                <EntryDialog
                  title="Price"
                  entry={entry}
                  onSave={(next) => setEntry(index, next)}
                  trigger={
                    <Button look="ghost" size="sm" aria-label={`Edit ${kindOf(entry)} ${entry.meter}`}>
                      Edit
                    </Button>
                  }
                />
                <Button
                  look="ghost"
                  size="sm"
                  aria-label={`Remove ${kindOf(entry)} ${entry.meter}`}
                  onClick={() => change({ entries: entries.filter((_, at) => at !== index) })}
                >
                  Remove
                </Button>
              </span>
            );
          }}
        />
      </Card>
    </div>
  );
}

/** What of a draft is saved, to be compared. */
function sent({ name, note, validFrom, entries }: DraftView): string {
  // What is no time yet is a change as well.
  const at = validFrom && (Date.parse(validFrom) || validFrom);
  return JSON.stringify([name.trim(), note.trim(), at, entries]);
}
