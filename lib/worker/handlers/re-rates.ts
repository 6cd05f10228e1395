import { z } from "zod";
import { postShare } from "@/lib/backoffice/re-rates/post-share";
import { previewReRate } from "@/lib/backoffice/re-rates/preview";
import type { Handler } from "../handler";

const Preview = z.object({ id: z.uuid() });
const Share = z.object({ id: z.uuid(), accountId: z.uuid() });

/** Prices past calls once more, for operators to look at. */
export const previewOfReRate: Handler = async (payload) => previewReRate(Preview.parse(payload).id);

/** Gives back to one account what an approved re-rate says, or charges it. */
export const postShareOfReRate: Handler = async (payload) => {
  const { id, accountId } = Share.parse(payload);
  await postShare(id, accountId);
};
