import { z } from "zod";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { readWallet } from "@/lib/metering/read-wallet";
import { RateCardAnswer, WalletAnswer } from "@/lib/metering/schema-answers";
import { RateCardQuery } from "@/lib/metering/schema-usage";
import { tool } from "../tool";

export const getWalletBalance = tool({
  name: "get_wallet_balance",
  title: "Read the balance",
  description:
    "What the account has left: credits (ECU) and tool runs, what is held for work under way, what is available, and how much of the allocation is " +
    "used. Amounts are decimal strings.",
  scope: "account:read",
  input: z.strictObject({}),
  output: WalletAnswer,
  readOnly: true,
  run: (ctx) => readWallet(ctx),
});

export const listRateCards = tool({
  name: "list_rate_cards",
  title: "Read the prices",
  description:
    "The live rate card as it applies to this account: price or markup and floor of each feature. Name a model to get its prices per million tokens too.",
  scope: "usage:read",
  input: RateCardQuery,
  output: RateCardAnswer,
  readOnly: true,
  run: (ctx, query) => readRateCard(ctx, query),
});
