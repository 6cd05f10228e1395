import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={Compass}
        title="There is no such page"
        actions={
          <LinkButton href="/billing" look="primary">
            Go to Billing
          </LinkButton>
        }
      >
        The address is mistyped, or it belongs to an account that you are not a member of. Ask whoever sent it
        which account it is for.
      </EmptyState>
    </main>
  );
}
