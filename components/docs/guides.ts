/** What stands in `public/guides`, in the order in which people need it. */
export const GUIDES = [
  { name: "customer", title: "For customers" },
  { name: "platform", title: "For platform engineers" },
  { name: "webhooks", title: "Webhooks" },
  { name: "operator", title: "For operators" },
  { name: "production", title: "Production" },
] as const;
