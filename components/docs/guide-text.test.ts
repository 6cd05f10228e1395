import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PICTURE } from "./guide-text";

const FOLDER = "public/guides";

it("every picture of a guide has the size that is kept free for it", () => {
  const pictures = readdirSync(FOLDER).filter((name) => name.endsWith(".png"));
  expect(pictures.length).toBeGreaterThan(0);
  for (const name of pictures) {
    // A PNG begins with its header, which has width and height behind sixteen bytes.
    const file = readFileSync(`${FOLDER}/${name}`);
    expect({ name, width: file.readUInt32BE(16), height: file.readUInt32BE(20) }).toEqual({
      name,
      ...PICTURE,
    });
  }
});
