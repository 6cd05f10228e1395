import { ArrowLeft, Download } from "lucide-react";
import { DownloadButton, LinkButton } from "@/components/ui/button";
import { PrintButton } from "./print-button";

/** What can be done with a sheet; not printed. */
export function SheetBar({ back, fileHref }: { back: { href: string; label: string }; fileHref: string }) {
  return (
    <div className="mx-auto mb-4 flex max-w-[52rem] flex-wrap gap-2" data-print="none">
      <LinkButton href={back.href as "/"} look="ghost" size="sm" className="-ml-2">
        <ArrowLeft aria-hidden />
        {back.label}
      </LinkButton>
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
