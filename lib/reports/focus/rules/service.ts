/** A service in the words of FOCUS. A service is in one category only. */
export interface Service {
  category: string;
  subcategory: string;
}

const AI: Service = { category: "AI and Machine Learning", subcategory: "Generative AI" };
const COMPUTE: Service = { category: "Compute", subcategory: "Other (Compute)" };

const OTHERS: Readonly<Record<string, Service>> = {
  gpu_instance: { category: "Compute", subcategory: "Virtual Machines" },
  custom_script: { category: "Compute", subcategory: "Serverless Compute" },
  tool_run: COMPUTE,
  storage: { category: "Storage", subcategory: "Other (Storage)" },
  lead_signal_fetch: { category: "Integration", subcategory: "Other (Integration)" },
};

/** What a feature is, for those who compare providers. */
export function serviceOf(feature: string): Service {
  return OTHERS[feature] ?? AI;
}

/** Credit itself, which is bought. */
export const CREDIT_SERVICE: Service = { category: "Other", subcategory: "Other (Other)" };
