import { Banner } from "./banner";
import { CopyId } from "./copy-id";

/** Why a form was refused as a whole, at its top. Nothing when it was not. */
export function FormError({
  message,
  requestId,
}: {
  message: string | null;
  requestId?: string | undefined;
}) {
  if (!message) return null;
  return (
    <Banner tone="bad">
      {message}
      {requestId && (
        <span className="mt-0.5 block text-xs text-ink-muted">
          Request <CopyId id={requestId} label="request id" />
        </span>
      )}
    </Banner>
  );
}
