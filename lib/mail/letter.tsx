import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import { render } from "@react-email/render";
import type { Mail } from "./mail";

/** What every mail of ours says: a heading, a few sentences, one button, and why it was sent. */
export interface LetterContent {
  template: string;
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  button: { label: string; href: string };
  /** Why this person gets it, and what to do if it is not for them. */
  footnote: string;
}

/** Writes a mail. Slow enough (tens of milliseconds) to be done before a transaction begins. */
export async function writeLetter(content: LetterContent): Promise<Mail> {
  const html = await render(<Letter {...content} />);
  return { template: content.template, subject: content.subject, html, plain: plainOf(content) };
}

function plainOf({ heading, paragraphs, button, footnote }: LetterContent): string {
  return [heading, ...paragraphs, `${button.label}:\n${button.href}`, "--", footnote].join("\n\n") + "\n";
}

function Letter({ heading, paragraphs, button, footnote }: LetterContent) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body
        style={{
          backgroundColor: "#f4f4f5",
          fontFamily: "system-ui, sans-serif",
          margin: 0,
          padding: "32px 0",
        }}
      >
        <Container
          // Seals, ids and long names break where a phone ends.
          style={{
            backgroundColor: "#ffffff",
            borderRadius: 8,
            maxWidth: 520,
            padding: "32px 36px",
            wordBreak: "break-word",
          }}
        >
          <Text
            style={{ color: "#52525b", fontSize: 14, fontWeight: 700, letterSpacing: 1, margin: "0 0 20px" }}
          >
            ECU
          </Text>
          <Heading as="h1" style={{ color: "#18181b", fontSize: 22, lineHeight: "30px", margin: "0 0 16px" }}>
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text
              key={paragraph}
              style={{ color: "#3f3f46", fontSize: 15, lineHeight: "24px", margin: "0 0 14px" }}
            >
              {paragraph}
            </Text>
          ))}
          <Button
            href={button.href}
            style={{
              backgroundColor: "#18181b",
              borderRadius: 6,
              color: "#ffffff",
              fontSize: 15,
              fontWeight: 600,
              margin: "10px 0 6px",
              padding: "12px 20px",
            }}
          >
            {button.label}
          </Button>
          <Text style={{ color: "#52525b", fontSize: 13, lineHeight: "20px", wordBreak: "break-all" }}>
            {button.href}
          </Text>
          <Hr style={{ borderColor: "#e4e4e7", margin: "20px 0" }} />
          <Text style={{ color: "#52525b", fontSize: 13, lineHeight: "20px", margin: 0 }}>{footnote}</Text>
        </Container>
      </Body>
    </Html>
  );
}
