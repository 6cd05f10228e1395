import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { fontVariables } from "./fonts";
import { pageLook } from "./page-look";
import "./globals.css";

const AS_THE_DEVICE = `matchMedia("(prefers-color-scheme: dark)").matches&&document.documentElement.classList.add("dark")`;

export const metadata: Metadata = {
  title: { default: "Ecu", template: "%s · Ecu" },
  description: "Prepaid credits for AI compute: what is left, where it went, and why.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafa" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [sent, { theme, numbers, timeZone }] = await Promise.all([headers(), pageLook()]);
  // What only the device knows is asked before the first paint, by a script that runs by the nonce of this answer.
  const nonce = sent.get("x-nonce") ?? undefined;
  return (
    <html
      lang="en"
      className={theme === "dark" ? `${fontVariables} dark` : fontVariables}
      data-numbers={numbers}
      data-time-zone={timeZone}
      suppressHydrationWarning
    >
      <body className="font-sans">
        {theme === "system" && (
          <script
            nonce={nonce}
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: AS_THE_DEVICE }}
          />
        )}
        <Providers theme={theme}>{children}</Providers>
      </body>
    </html>
  );
}
