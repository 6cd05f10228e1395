import {
  ArrowLeftRight,
  FileSignature,
  Gauge,
  type LucideIcon,
  MessagesSquare,
  Percent,
  Scale,
  Tags,
} from "lucide-react";

interface AdminPlace {
  href: string;
  /** Also the heading of its pages, which write none of their own. */
  label: string;
  icon: LucideIcon;
  /** The question that the page answers, in a sentence. */
  description: string;
}

interface AdminGroup {
  label: string;
  places: readonly AdminPlace[];
}

/** Where operators begin. */
export const OVERVIEW: AdminPlace = {
  href: "/admin",
  label: "Overview",
  icon: Gauge,
  description: "What needs a hand today.",
};

/** The operator's places by what they are about, in the order of the sidebar. Only what exists stands here. */
export const ADMIN_NAVIGATION: readonly AdminGroup[] = [
  {
    label: "Customers",
    places: [
      {
        href: "/admin/contracts",
        label: "Contracts",
        icon: FileSignature,
        description: "What was signed with customers, and how far each part of it is paid.",
      },
      {
        href: "/admin/leads",
        label: "Leads",
        icon: MessagesSquare,
        description: "Who wants to talk about volume, and how far each talk is.",
      },
    ],
  },
  {
    label: "Pricing",
    places: [
      {
        href: "/admin/rate-cards",
        label: "Rate cards",
        icon: Tags,
        description: "What calls cost, who decided it, and what is being written.",
      },
      {
        href: "/admin/margins",
        label: "Margins",
        icon: Percent,
        description: "What was earned on models and external services.",
      },
    ],
  },
  {
    label: "Money",
    places: [
      {
        href: "/admin/events",
        label: "Stripe events",
        icon: ArrowLeftRight,
        description: "What Stripe has sent, and what each event did.",
      },
      {
        href: "/admin/reconciliation",
        label: "Reconciliation",
        icon: Scale,
        description: "Whether the ledger and Stripe have the same money, to the cent.",
      },
    ],
  },
];

/** The place that a path belongs to. */
export function placeOf(path: string): AdminPlace {
  const places = ADMIN_NAVIGATION.flatMap((group) => group.places);
  return places.find(({ href }) => path === href || path.startsWith(`${href}/`)) ?? OVERVIEW;
}
