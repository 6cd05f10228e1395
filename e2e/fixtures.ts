import { expect, test as base } from "@playwright/test";

/** Every test of a page fails when a script of it throws, or when it asks for what its content security policy forbids. */
export const test = base.extend<{ soundPage: void }>({
  soundPage: [
    async ({ page }, provide) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && /Content[ -]Security[ -]Policy/i.test(message.text()))
          faults.push(message.text());
      });
      await provide();
      expect(faults, "scripts that threw, and violations of the content security policy").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
