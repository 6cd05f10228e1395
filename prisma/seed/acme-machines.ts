import { ends, type Happening, meters, registers, scales, starts } from "./happenings";

const SAM = "sam@acme.example";
const JONAS = "jonas@acme.example";
const MIRA = "mira@acme.example";
const PLATFORM = { team: "platform", project: "atlas" };

const TUNED = "model/mistral-7b-atlas";
/** Models, their fine-tuning and their deployments on GPUs. */
export const MODELS: readonly Happening[] = [
  registers([5, "10:40"], "model/llama-3.1-8b", {
    name: "llama-3.1-8b",
    status: "deployed",
    type: "base",
    owner: JONAS,
    ...PLATFORM,
  }),
  registers([5, "10:40"], "deployment/llama-chat", {
    name: "llama-chat",
    type: "dedicated",
    parent: "llama-3.1-8b",
    owner: JONAS,
    ...PLATFORM,
  }),
  registers([5, "10:40"], "deployment/llama-eval", {
    name: "llama-eval",
    type: "batch",
    parent: "llama-3.1-8b",
    owner: MIRA,
    ...PLATFORM,
  }),
  starts([74, "10:40"], {
    id: "205",
    kind: "model_hosting",
    hardware: "l4",
    replicas: 1,
    resource: "deployment/llama-chat",
    model: "llama-3.1-8b",
    endpoint: "https://llama-chat.acme.example/v1",
    ...PLATFORM,
  }),
  ends([74, "18:30"], "205"),
  starts([81, "10:40"], {
    id: "207",
    kind: "model_hosting",
    hardware: "l4",
    replicas: 1,
    resource: "deployment/llama-eval",
    model: "llama-3.1-8b",
    ...PLATFORM,
  }),
  scales([81, "14:05"], "207", 2),
  ends([81, "18:30"], "207"),
  registers([67, "10:40"], TUNED, {
    name: "mistral-7b-atlas",
    status: "deployed",
    type: "fine_tuned",
    owner: SAM,
    ...PLATFORM,
  }),
  meters([69, "18:30"], {
    id: "fine-tuning-ft-69",
    feature: "fine_tuning",
    hardware: "l4",
    resource: TUNED,
    model: "mistral-7b-atlas",
    quantities: { training_token: "8400000", hour: "3.5" },
    member: SAM,
    ...PLATFORM,
  }),
  registers([72, "07:15"], "deployment/atlas-tuned", {
    name: "atlas-tuned",
    type: "dedicated",
    parent: "mistral-7b-atlas",
    owner: SAM,
    ...PLATFORM,
  }),
  starts([83, "07:15"], {
    id: "208",
    kind: "model_hosting",
    hardware: "l4",
    replicas: 1,
    resource: "deployment/atlas-tuned",
    model: "mistral-7b-atlas",
    ...PLATFORM,
  }),
  ends([83, "10:40"], "208", "Out of memory while the weights were loaded"),
  registers([86, "10:40"], "model/qwen2.5-7b", { name: "qwen2.5-7b", type: "base", owner: MIRA }),
];

/** GPU instances for an afternoon: so many hours are held for, and so many minutes of them run. */
const AFTERNOONS = [
  [4, "18:30"],
  [13, "16:50"],
  [22, "15:35"],
  [31, "18:30"],
  [40, "15:35"],
  [49, "18:30"],
  [58, "16:50"],
  [67, "15:35"],
  [76, "18:30"],
  [85, "16:50"],
] as const;

/** Each is held for in full, and what it did not use goes back; one in four runs longer than was held. */
export const GPUS: readonly Happening[] = AFTERNOONS.flatMap(([day, end], index) => {
  const id = String(128 + index);
  const hours = index % 4 === 2 ? "1" : "5";
  return [
    starts([day, "14:05"], {
      id,
      kind: "gpu",
      hardware: "l4",
      gpus: 1,
      hours,
      member: SAM,
      ...PLATFORM,
    }),
    ends([day, end], id),
  ];
});
