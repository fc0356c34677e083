import {
  BadgeCheck,
  Bot,
  CircleHelp,
  ScanSearch,
  ShieldCheck,
  type LucideIcon,
} from "lucide-react";
import type { ComponentProps } from "react";
import type { Trust, TrustLabel } from "@/api/types";
import { Badge } from "@/ui/badge";

interface Look {
  text: string;
  hint: string;
  icon: LucideIcon;
  variant: ComponentProps<typeof Badge>["variant"];
}

const LOOKS: Record<TrustLabel, Look> = {
  verified: {
    text: "Verified",
    hint: "A person has checked this question and its SQL.",
    icon: BadgeCheck,
    variant: "accent",
  },
  governed: {
    text: "Governed",
    hint: "Built only from definitions that your team maintains.",
    icon: ShieldCheck,
    variant: "accent",
  },
  inferred: {
    text: "Inferred",
    hint: "Read from the names and values of your tables; every word was accounted for.",
    icon: ScanSearch,
    variant: "neutral",
  },
  model: {
    text: "Model",
    hint: "A language model planned this. Check the SQL before relying on it.",
    icon: Bot,
    variant: "warning",
  },
  none: {
    text: "No basis",
    hint: "Nothing supports an answer yet.",
    icon: CircleHelp,
    variant: "warning",
  },
};

export function TrustBadge({ trust }: { trust: Trust }) {
  const look = LOOKS[trust.label];
  const by = trust.approval?.by;
  return (
    <Badge variant={look.variant} title={look.hint} data-trust={trust.label}>
      <look.icon aria-hidden="true" />
      <span className="sr-only">Trust: </span>
      {by ? `${look.text} by ${by}` : look.text}
    </Badge>
  );
}

export function trustHint(label: TrustLabel): string {
  return LOOKS[label].hint;
}
