import { Compass } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What an operator's address names and is not there, within their frame. For everybody else the frame itself is not there. */
export default function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      title="There is no such thing here"
      actions={
        <LinkButton href="/admin" look="primary">
          Go to the overview
        </LinkButton>
      }
    >
      The address is mistyped, or what it names was removed.
    </EmptyState>
  );
}
