import type { Resource } from "../server/route";
import { sendStyle } from "./layout";
import { STYLE_PATH } from "./style";

/** What all pages load. */
export const assets: Resource = {
  pages: (app) => {
    app.get(STYLE_PATH, sendStyle);
  },
};
