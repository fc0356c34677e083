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
import { texts } from "./texts";

interface Look {
  icon: LucideIcon;
  variant: ComponentProps<typeof Badge>["variant"];
}

const LOOKS: Record<TrustLabel, Look> = {
  verified: {
    icon: BadgeCheck,
    variant: "accent",
  },
  governed: {
    icon: ShieldCheck,
    variant: "accent",
  },
  inferred: {
    icon: ScanSearch,
    variant: "neutral",
  },
  model: {
    icon: Bot,
    variant: "warning",
  },
  none: {
    icon: CircleHelp,
    variant: "warning",
  },
};

export function TrustBadge({ trust }: { trust: Trust }) {
  const look = LOOKS[trust.label];
  const { name, hint } = texts.trustOf[trust.label];
  const by = trust.approval?.by;
  return (
    <Badge variant={look.variant} title={hint} data-trust={trust.label}>
      <look.icon aria-hidden="true" />
      <span className="sr-only">{texts.trustSaid}</span>
      {by ? texts.trustBy(name, by) : name}
    </Badge>
  );
}
