import { Download } from "lucide-react";
import { DownloadButton } from "./button";

/** The file of a table: the same rows. */
export function ExportButton({ href, className }: { href: string; className?: string }) {
  return (
    <DownloadButton size="sm" href={href} download className={className}>
      <Download aria-hidden />
      Export CSV
    </DownloadButton>
  );
}
