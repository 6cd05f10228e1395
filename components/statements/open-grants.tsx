import { originName } from "@/lib/ledger/rules/type-names";
import type { StatementDocument } from "@/lib/reports/statements/schema";
import { displaySum } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { displayDay } from "@/lib/values/display/time";

/** More would not leave the sheet on one page; the file has all. */
const SHOWN = 8;

/** What the closing balance is made of. */
export function OpenGrants({ grants }: { grants: StatementDocument["closing_grants"] }) {
  if (grants.length === 0) return null;
  const shown = grants.slice(0, SHOWN);
  const [left, granted] = [
    displaySum(shown.map((grant) => grant.left)),
    displaySum(shown.map((grant) => grant.granted)),
  ];
  return (
    <section aria-labelledby="grants" className="mt-6">
      <h2 id="grants" className="text-sm font-medium">
        Grants that are left, in the order in which they are used
      </h2>
      <table className="mt-1 w-full text-xs">
        <thead>
          <tr className="text-ink-muted">
            <th scope="col" className="py-1 text-left font-medium">
              Grant
            </th>
            <th scope="col" className="py-1 pl-4 text-left font-medium">
              Expires
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium max-sm:hidden">
              Granted
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium">
              Left
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ no, origin, expires_at }, index) => (
            <tr key={no} className="border-t">
              <td className="py-1">
                #{no} {originName(origin)}
              </td>
              <td className="py-1 pl-4">{expires_at ? displayDay(expires_at.slice(0, 10)) : "never"}</td>
              <td className="py-1 pl-4 text-right tabular-nums max-sm:hidden">{granted[index]}</td>
              <td className="py-1 pl-4 text-right tabular-nums">{left[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {grants.length > SHOWN && (
        <p className="mt-1 text-xs text-ink-muted">
          and {displayCount(grants.length - SHOWN)} more, which the signed file names.
        </p>
      )}
    </section>
  );
}
