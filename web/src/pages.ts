import { Compass, SquareTerminal, type LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import { texts } from "@/frame/texts";

/** What a page is given: the groups of its address, decoded. */
export interface PageProps {
  parts: string[];
}

/** A page that is loaded when its address is opened. */
export interface Page {
  address: RegExp;
  load: () => Promise<{ default: ComponentType<PageProps> }>;
  /** Where the navigation leads to it; pages without are reached by links alone. */
  place?: Place;
  /** Stands alone, without navigation. */
  bare?: boolean;
}

/** An entry of the navigation. */
export interface Place {
  name: string;
  href: string;
  icon: LucideIcon;
}

/** Every page but the one for questions, which all other addresses lead to. */
export const PAGES: readonly Page[] = [
  {
    address: /^#\/workbench(?:\/q\/(?=[^/?])|(?=\?|$))([^/?]*)(?:\?.*)?$/,
    load: () => import("@/workbench/WorkbenchPage"),
    place: { name: texts.workbench, href: "#/workbench", icon: SquareTerminal },
  },
  {
    address: /^#\/explore(?=\/|$)\/?([^/]*)\/?([^/]*)$/,
    load: () => import("@/explore/ExplorePage"),
    place: { name: texts.explore, href: "#/explore", icon: Compass },
  },
  {
    address: /^#\/approvals\/([\w-]+)$/,
    load: () => import("@/write/ApprovalPage"),
    bare: true,
  },
  {
    address: /^#\/shared\/([\w-]+)$/,
    load: () => import("@/share/SharedPage"),
  },
];
