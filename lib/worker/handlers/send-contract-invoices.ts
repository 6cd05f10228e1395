import { sendDueInvoices } from "@/lib/purchases/contracts/send-due-invoices";
import type { Handler } from "../handler";

/** Sends the invoices of contracts that are due soon. */
export const sendContractInvoices: Handler = async () => {
  await sendDueInvoices();
};
