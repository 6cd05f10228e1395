import { Button } from "./button";

/** The foot of a form that is always open: what was changed and is not yet saved, and the button that does it. */
export function SaveBar({
  isSame,
  busy,
  disabled = false,
}: {
  /** Nothing is changed: there is nothing to save. */
  isSame: boolean;
  busy: boolean;
  /** Who looks may not change it. */
  disabled?: boolean;
}) {
  return (
    <>
      <p role="status" className="text-xs text-ink-muted">
        {!isSame && !disabled && "Not saved yet"}
      </p>
      <Button type="submit" look="primary" busy={busy} disabled={disabled || isSame}>
        Save
      </Button>
    </>
  );
}
