import { Download } from "lucide-react";
import { DownloadButton } from "./button";
import { cn } from "./cn";

/** The file of a table: the same rows. */
export function ExportButton({
  href,
  isBrief = false,
  className,
}: {
  href: string;
  /** On a phone its icon alone, where it stands beside a field. */
  isBrief?: boolean;
  className?: string;
}) {
  return (
    <DownloadButton
      size="sm"
      href={href}
      download
      className={cn(isBrief && "max-sm:size-8 max-sm:p-0", className)}
    >
      <Download aria-hidden />
      <span className={cn(isBrief && "max-sm:sr-only")}>Export CSV</span>
    </DownloadButton>
  );
}
