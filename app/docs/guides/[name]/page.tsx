import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideText } from "@/components/docs/guide-text";
import { GUIDES } from "@/components/docs/guides";
import { TextLink } from "@/components/ui/text-link";
import { readGuide } from "../../read-guide";

interface Props {
  params: Promise<{ name: string }>;
}

async function guideOf({ params }: Props) {
  const { name } = await params;
  return GUIDES.find((guide) => guide.name === name) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await guideOf(props)).title };
}

/** A guide, and what is read after it. It comes at once: a section that is named by the address is there to be scrolled to. */
export default async function GuidePage(props: Props) {
  const guide = await guideOf(props);
  const next = GUIDES[GUIDES.indexOf(guide) + 1];
  return (
    <div className="max-w-[46rem]">
      <GuideText text={await readGuide(guide.name)} />
      <p className="mt-12 border-t pt-4 text-sm">
        Next:{" "}
        {next ? (
          <TextLink href={`/docs/guides/${next.name}`}>{next.title}</TextLink>
        ) : (
          <TextLink href="/docs">API</TextLink>
        )}
      </p>
    </div>
  );
}
