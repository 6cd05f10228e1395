import {
  ArrowLeftRight,
  BookCheck,
  Boxes,
  Building2,
  DatabaseZap,
  FileDiff,
  FileSignature,
  Gauge,
  Gift,
  HeartPulse,
  History,
  Hammer,
  Landmark,
  ListChecks,
  type LucideIcon,
  Mails,
  MessagesSquare,
  Percent,
  Scale,
  ScrollText,
  SquarePen,
  Tags,
  Webhook,
} from "lucide-react";
import { KIND_NAMES } from "./adjustments/kind-names";

interface AdminPlace {
  href: string;
  /** Also the heading of its page, which writes none of its own. */
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
  description: "What needs a hand today, and how the month goes.",
};

/** The operator's places by what they are about, in the order of the sidebar. Only what exists stands here. */
export const ADMIN_NAVIGATION: readonly AdminGroup[] = [
  {
    label: "Customers",
    places: [
      {
        href: "/admin/accounts",
        label: "Accounts",
        icon: Building2,
        description: "Who the customers are, what each has left, and why.",
      },
      {
        href: "/admin/corrections",
        label: "Corrections",
        icon: SquarePen,
        description: "Balances put right by hand: one operator proposes, another approves.",
      },
      {
        href: "/admin/grants",
        label: KIND_NAMES.grant.one,
        icon: Gift,
        description: "Credit that is given away, with a reason and a second person.",
      },
      {
        href: "/admin/re-rates",
        label: "Re-rates",
        icon: History,
        description: "Past calls priced by another version, with each customer’s difference.",
      },
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
        description:
          "What usage was charged at, against what it really cost: by feature, model and account, and how it moved.",
      },
    ],
  },
  {
    label: "Money",
    places: [
      {
        href: "/admin/liability",
        label: "Credit liability",
        icon: Landmark,
        description: "Credit that was sold and not used yet, what was earned of it, and its journal.",
      },
      {
        href: "/admin/bills",
        label: "Upstream bills",
        icon: FileDiff,
        description: "What providers charge, beside the costs that were metered.",
      },
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
      {
        href: "/admin/torture",
        label: "Stripe torture test",
        icon: Hammer,
        description: "Whether what Stripe sends may come twice, late, backwards and at once.",
      },
    ],
  },
  {
    label: "System",
    places: [
      {
        href: "/admin/ledger",
        label: "Ledger",
        icon: BookCheck,
        description: "Whether every row of the books is what it was, and every rule of them holds.",
      },
      {
        href: "/admin/jobs",
        label: "Jobs",
        icon: ListChecks,
        description: "What the worker has to do, and what it could not.",
      },
      {
        href: "/admin/emails",
        label: "E-mails",
        icon: Mails,
        description: "What customers were told by e-mail, and whether it arrived.",
      },
      {
        href: "/admin/webhooks",
        label: "Webhooks",
        icon: Webhook,
        description: "What customers’ own systems were told, and whether it arrived.",
      },
      {
        href: "/admin/queries",
        label: "Data queries",
        icon: DatabaseZap,
        description: "Who asked which free provider for what. These cost nothing and are in no ledger.",
      },
      {
        href: "/admin/resources",
        label: "Resources",
        icon: Boxes,
        description: "What customers have registered, and what of it runs.",
      },
      {
        href: "/admin/audit",
        label: "Audit log",
        icon: ScrollText,
        description:
          "Who did what: operators everywhere, and everybody within accounts. Entries never change.",
      },
      {
        href: "/admin/health",
        label: "Health",
        icon: HeartPulse,
        description: "How each part of the installation does, at this moment.",
      },
    ],
  },
];

/** The pages below a place, by their path with `*` for an id; the first that fits. Without a label where the page is called after what it shows. */
const PAGES_BELOW: readonly (readonly [path: string, label: string | null, description?: string])[] = [
  ["/admin/accounts/*", null],
  ["/admin/accounts/*/*", null],
  ["/admin/corrections/new", KIND_NAMES.correction.make],
  ["/admin/grants/new", KIND_NAMES.grant.make],
  ["/admin/re-rates/new", "New re-rate"],
  ["/admin/re-rates/*", "Re-rate", "What it does to whom, and who says yes."],
  [
    "/admin/contracts/new",
    "New contract",
    "What was signed, and its parts: each is an invoice and its credit.",
  ],
  ["/admin/rate-cards/drafts/*/backtest", "Backtest", "Past calls once more, at the prices of a draft."],
  ["/admin/rate-cards/drafts/*", null],
  ["/admin/rate-cards/*", "Rate card", "One version: its prices, and what it changed."],
  ["/admin/bills/*", "Upstream bill", "What a provider charges, beside the costs that were metered."],
];

interface Heading {
  /** What the page is called; null where it says that itself. */
  label: string | null;
  /** The question that it answers. */
  description: string;
  /** The list that it is one of; null for a place itself. */
  above: AdminPlace | null;
  /** Where a new one of a place's list is made, if that has a page. */
  make: { href: string; label: string } | null;
}

/** What stands at the head of an operator's page. */
export function headingOf(path: string): Heading {
  const place = placeOf(path);
  const below = PAGES_BELOW.find(([pattern]) => fits(pattern, path));
  if (!below) return { ...place, above: null, make: path === place.href ? makeOf(place) : null };
  const [, label, description = place.description] = below;
  return { label, description, above: place, make: null };
}

function makeOf({ href }: AdminPlace): Heading["make"] {
  const [path, label] = PAGES_BELOW.find(([pattern]) => pattern === `${href}/new`) ?? [];
  return path && label ? { href: path, label } : null;
}

function fits(pattern: string, path: string): boolean {
  const [parts, steps] = [pattern.split("/"), path.split("/")];
  return parts.length === steps.length && parts.every((part, at) => part === "*" || part === steps[at]);
}

/** The place that a path belongs to. */
export function placeOf(path: string): AdminPlace {
  const places = ADMIN_NAVIGATION.flatMap((group) => group.places);
  return places.find(({ href }) => path === href || path.startsWith(`${href}/`)) ?? OVERVIEW;
}
