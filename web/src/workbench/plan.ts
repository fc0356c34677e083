import type { PlanNode } from "@/api/types";

/** A plan as indented lines, to paste elsewhere. */
export function planText(node: PlanNode, depth = 0): string {
  const rows = node.estimated_rows === undefined ? "" : `  rows≈${String(node.estimated_rows)}`;
  const detail = node.detail ? `  ${node.detail}` : "";
  const line = `${"  ".repeat(depth)}${node.name}${rows}${detail}`;
  return [line, ...node.children.map((child) => planText(child, depth + 1))].join("\n");
}
