import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideText } from "@/components/docs/guide-text";
import { GUIDES } from "@/components/docs/guides";
import { TextLink } from "@/components/ui/text-link";

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

/** A guide, from the same file that stands beside the sources. */
export default async function GuidePage(props: Props) {
  const guide = await guideOf(props);
  const text = await readFile(join(process.cwd(), "public", "guides", `${guide.name}.md`), "utf8");
  return (
    <div className="mx-auto max-w-[52rem] px-4 py-8 md:px-6">
      <nav aria-label="Guides" className="flex flex-wrap gap-x-5 gap-y-2 border-b pb-4 text-sm">
        <TextLink href="/billing">Console</TextLink>
        <TextLink href="/docs">API</TextLink>
        {GUIDES.map(({ name, title }) =>
          name === guide.name ? (
            <span key={name} aria-current="page" className="font-medium">
              {title}
            </span>
          ) : (
            <TextLink key={name} href={`/docs/guides/${name}`}>
              {title}
            </TextLink>
          ),
        )}
      </nav>
      <main className="mt-6">
        <GuideText text={text} />
      </main>
    </div>
  );
}
