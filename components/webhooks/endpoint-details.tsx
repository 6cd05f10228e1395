import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import { EndpointState } from "./endpoint-state";
import type { EndpointRow } from "./endpoints-card";

/** How an endpoint stands. */
export function EndpointDetails({ endpoint }: { endpoint: EndpointRow }) {
  const { description, types, oldSecretUntil, failingSince, createdAt, createdBy } = endpoint;
  return (
    <Details
      rows={[
        ["State", <EndpointState key="state" {...endpoint} />],
        ...(description ? ([["Description", description]] as const) : []),
        [
          "Events",
          types.length === 0 ? (
            "everything"
          ) : (
            <span key="types" className="font-mono text-xs break-words">
              {types.join(", ")}
            </span>
          ),
        ],
        ...(failingSince
          ? ([["Nothing has arrived since", <UtcTime key="failing" at={failingSince} />]] as const)
          : []),
        ...(oldSecretUntil
          ? ([["The secret before signs until", <UtcTime key="old" at={oldSecretUntil} />]] as const)
          : []),
        ["Added by", createdBy],
        ["Added", <UtcTime key="added" at={createdAt} />],
      ]}
    />
  );
}
