import type { Field } from "./fields";
import { Prose } from "./prose";

/** The fields of a body, an answer or a query: what each is called, of what kind it is, and what it means. */
export function FieldList({
  call,
  title,
  note,
  fields,
}: {
  call: string;
  title: string;
  note?: string;
  fields: readonly Field[];
}) {
  if (fields.length === 0) return null;
  return (
    <div className="mb-6">
      <h3 className="text-sm font-medium">
        {title} {note && <span className="font-normal text-ink-muted">{note}</span>}
      </h3>
      <ul className="mt-2 border-t text-sm" aria-label={`${call}: ${title}`}>
        {fields.map(({ name, type, required, description }) => (
          <li key={name} className="border-b py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
              <code className="font-mono text-xs">{name}</code>
              <span className="text-xs text-ink-muted">{type}</span>
              {required && <span className="text-xs text-warn">required</span>}
            </p>
            {description && (
              <p className="mt-0.5 max-w-prose text-ink-muted">
                <Prose text={description} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
