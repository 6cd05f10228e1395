"use client";

import { X } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useSubmit } from "@/components/ui/use-submit";
import { putBannerAway } from "@/lib/alerts/actions";
import type { Notice } from "./notice";

const YEAR_SECONDS = 31_536_000;

/** One notice. Put away, an alert's stays away for this person in every browser, and a card's in this one. */
export function NoticeBanner({
  accountId,
  notice: { tone, title, text, step, putAway },
  more,
  onPutAway,
}: {
  accountId: string;
  notice: Notice;
  /** What opens the others. */
  more?: ReactNode;
  onPutAway: () => void;
}) {
  const { submit, busy } = useSubmit(async (input: Parameters<typeof putBannerAway>[0]) => {
    const answer = await putBannerAway(input, accountId);
    if (!answer.ok) toast.error(answer.message);
    return answer;
  }, onPutAway);
  const remove = () => {
    if (putAway && "topic" in putAway) return submit(putAway);
    if (putAway) document.cookie = `${putAway.cookie}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    onPutAway();
  };
  return (
    <Banner
      tone={tone}
      action={
        (step ?? more) && (
          <span className="flex flex-wrap items-center gap-1">
            {step && (
              <LinkButton href={step.href as Route} size="sm" look={tone === "bad" ? "danger" : "secondary"}>
                {step.label}
              </LinkButton>
            )}
            {more}
          </span>
        )
      }
      corner={
        putAway && (
          <Button look="ghost" size="icon" aria-label={`Put away: ${title}`} busy={busy} onClick={remove}>
            <X aria-hidden />
          </Button>
        )
      }
    >
      <strong className="font-medium">{title}</strong> {text}
    </Banner>
  );
}
