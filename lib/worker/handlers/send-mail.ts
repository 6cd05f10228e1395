import { z } from "zod";
import { sendEmail } from "@/lib/mail/send-email";
import type { Handler } from "../handler";

const Payload = z.object({ emailId: z.uuid() });

export const sendMail: Handler = async (payload, { job }) => {
  const { emailId } = Payload.parse(payload);
  await sendEmail(emailId, { lastTry: job.attempts >= job.max_attempts });
};
