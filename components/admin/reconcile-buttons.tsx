"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { plural } from "@/lib/values/display/count";
import { reconcileNow } from "@/lib/purchases/actions";

/** Compares now, with or without putting right what is certain. */
export function ReconcileButtons() {
  const { submit, busy, message } = useSubmit(reconcileNow, ({ repaired, differences }) =>
    differences === 0
      ? toast.success(repaired > 0 ? `${plural(repaired, "difference")} repaired` : "The same to the cent")
      : toast.error(`${plural(differences, "difference")} left`),
  );
  return (
    <>
      {message && (
        <p className="self-center text-sm text-bad" role="alert">
          {message}
        </p>
      )}
      <Button look="primary" busy={busy} onClick={() => submit({ repair: false })}>
        Compare now
      </Button>
      <Button busy={busy} onClick={() => submit({ repair: true })}>
        Compare and repair
      </Button>
    </>
  );
}
