"use client";

import { FileDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

/** Files for other programs, of the same days as a table's CSV file: what `href` asks for stands in its query. */
export function MoreFormats({ href }: { href: string }) {
  const params = new URLSearchParams(href.split("?")[1] ?? "");
  params.delete("group_by");
  params.delete("compare");
  const days = new URLSearchParams([...params].filter(([name]) => ["from", "to", "account"].includes(name)));
  return (
    <Menu
      trigger={
        <Button size="sm">
          <FileDown aria-hidden />
          More formats
        </Button>
      }
    >
      <MenuItem asChild>
        <a href={`/api/v1/usage-events.parquet?${params.toString()}`} download>
          Usage events as Parquet
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={`/api/v1/focus.csv?${days.toString()}`} download>
          Purchases and usage as FOCUS 1.2
        </a>
      </MenuItem>
    </Menu>
  );
}
