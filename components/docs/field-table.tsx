import type { Field } from "./fields";
import { Prose } from "./prose";

/** The fields of a body, an answer or a query. */
export function FieldTable({
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
    <div className="mb-5">
      <h4 className="text-sm font-medium">{title}</h4>
      {note && <p className="text-xs text-ink-muted">{note}</p>}
      <div
        className="mt-2 overflow-x-auto rounded-lg border bg-surface"
        tabIndex={0}
        role="region"
        aria-label={`${call}: ${title}`}
      >
        <table className="w-full text-left text-sm">
          <thead className="text-xs text-ink-muted">
            <tr className="border-b">
              <th scope="col" className="px-3 py-2 font-medium">
                Name
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Type
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Meaning
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, type, required, description }) => (
              <tr key={name} className="border-b last:border-0 align-top">
                <th scope="row" className="px-3 py-2 font-mono text-xs font-normal whitespace-nowrap">
                  {name}
                  {required && <span className="ml-1.5 font-sans text-ink-muted">required</span>}
                </th>
                <td className="max-w-64 px-3 py-2 text-xs text-ink-muted">{type}</td>
                <td className="min-w-48 px-3 py-2 text-xs">
                  <Prose text={description} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
