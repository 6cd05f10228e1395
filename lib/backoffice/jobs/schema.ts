import { z } from "zod";

/** Where a job of the queue stands. A job that is done is gone. */
export const JOB_STATES = ["failed", "retrying", "running", "waiting", "scheduled"] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JobId = z.string().regex(/^[1-9]\d{0,17}$/, "is the number of a job");

export const OfJob = z.object({ id: JobId });
export const Nothing = z.object({});
