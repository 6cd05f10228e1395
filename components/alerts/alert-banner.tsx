"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { putBannerAway } from "@/lib/alerts/actions";
import type { AlertBanner } from "@/lib/alerts/rules/banner";

/** One banner. Put away, it stays away for this person, in every browser, until it is worse or about something newer. */
export function AlertBannerView({ accountId, banner }: { accountId: string; banner: AlertBanner }) {
  const { topic, series, rank, isFixed, tone, title, text, button } = banner;
  const [removed, setRemoved] = useState(false);
  const { submit, busy } = useSubmit(
    async (input: Parameters<typeof putBannerAway>[0]) => {
      const answer = await putBannerAway(input, accountId);
      if (!answer.ok) toast.error(answer.message);
      return answer;
    },
    () => setRemoved(true),
  );
  if (removed) return null;
  return (
    <Banner
      tone={tone}
      className="mb-6"
      action={
        <span className="flex items-center gap-1">
          <LinkButton href={button.href} size="sm" look={tone === "bad" ? "danger" : "secondary"}>
            {button.label}
          </LinkButton>
          {!isFixed && (
            <Button
              look="ghost"
              size="icon"
              aria-label={`Put away: ${title}`}
              busy={busy}
              onClick={() => submit({ topic, series, rank })}
            >
              <X aria-hidden />
            </Button>
          )}
        </span>
      }
    >
      <strong className="font-medium">{title}</strong> {text}
    </Banner>
  );
}
