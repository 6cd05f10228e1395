import { Button } from "./button";
import { FormFoot } from "./form-foot";

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
    <FormFoot note={<p role="status">{!isSame && !disabled && "Not saved yet"}</p>}>
      <Button type="submit" look="primary" busy={busy} disabled={disabled || isSame}>
        Save
      </Button>
    </FormFoot>
  );
}
