import {
  BookOpen,
  Calculator,
  ChartColumn,
  type LucideIcon,
  Receipt,
  Settings,
  Tag,
  TrendingDown,
} from "lucide-react";

interface NavigationItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Begins the second group. */
  apart?: boolean;
}

/** The places of the console, in the order of the sidebar. */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: "/billing", label: "Billing", icon: Receipt },
  { href: "/usage", label: "Usage", icon: ChartColumn },
  { href: "/consumption", label: "Consumption", icon: TrendingDown },
  { href: "/cost-preview", label: "Cost preview", icon: Calculator },
  { href: "/pricing", label: "Pricing", icon: Tag },
  { href: "/settings", label: "Settings", icon: Settings, apart: true },
  { href: "/docs", label: "Docs", icon: BookOpen },
];
