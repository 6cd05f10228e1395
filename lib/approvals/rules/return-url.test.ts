import { describe, expect, it } from "vitest";
import { isReturnUrl, returnTo } from "./return-url";

describe("a return URL", () => {
  it.each([
    "https://app.example.com/jobs/81?tab=cost#top",
    "HTTPS://app.example.com",
    "http://localhost:3000/back",
    "http://127.0.0.1/back",
    "http://[::1]:8080/",
  ])("may be %s", (url) => {
    expect(isReturnUrl(url)).toBe(true);
  });

  it.each([
    "http://app.example.com/",
    "http://localhost.example.com/",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "//app.example.com/",
    "/jobs/81",
    "https:app.example.com",
    "https://",
    "https://ada:secret@app.example.com/",
    "https://ada@app.example.com/",
    "https://app.example.com/\n",
    " https://app.example.com/",
    "ftp://app.example.com/",
    "",
  ])("may not be %j", (url) => {
    expect(isReturnUrl(url)).toBe(false);
  });

  it("says what was decided, and keeps what it said", () => {
    expect(returnTo("https://a.test/jobs?id=81&status=open#top", "x-1", "approved")).toBe(
      "https://a.test/jobs?id=81&status=approved&approval=x-1#top",
    );
  });
});
