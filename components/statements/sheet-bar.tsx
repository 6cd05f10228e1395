import { Download } from "lucide-react";
import { BackLink } from "@/components/ui/back-link";
import { DownloadButton } from "@/components/ui/button";
import { PrintButton } from "./print-button";

/** What can be done with a sheet; not printed. */
export function SheetBar({ back, fileHref }: { back: { href: string; label: string }; fileHref: string }) {
  return (
    <div className="mx-auto mb-4 flex max-w-[52rem] flex-wrap gap-2" data-print="none">
      <BackLink href={back.href}>{back.label}</BackLink>
      <div className="ml-auto flex flex-wrap gap-2">
        <PrintButton />
        <DownloadButton href={fileHref} download size="sm">
          <Download aria-hidden />
          Signed file
        </DownloadButton>
      </div>
    </div>
  );
}
