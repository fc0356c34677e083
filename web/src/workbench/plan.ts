import type { PlanNode } from "@/api/types";

/** From which factor on an estimate is worth a remark. */
const FAR = 10;

/** What a step is compared with others by: its own time where it ran, else its estimated rows. */
export function weightOf({ milliseconds, estimated_rows }: PlanNode): number | undefined {
  return milliseconds ?? estimated_rows;
}

/** The largest weight of a plan's steps. */
export function mostOf(node: PlanNode): number {
  return Math.max(weightOf(node) ?? 0, ...node.children.map(mostOf));
}

/** Whether an engine expected far more or fewer rows than there were. */
export function isFarOff(rows: number, expected: number): boolean {
  const [few, many] = rows < expected ? [rows, expected] : [expected, rows];
  return many >= FAR * Math.max(1, few);
}

/** A plan as indented lines, to paste elsewhere. */
export function planText(node: PlanNode, depth = 0): string {
  const expected = node.estimated_rows === undefined ? "" : `  rows≈${String(node.estimated_rows)}`;
  const rows = node.rows === undefined ? "" : `  rows=${String(node.rows)}`;
  const time = node.milliseconds === undefined ? "" : `  ms=${String(node.milliseconds)}`;
  const detail = node.detail ? `  ${node.detail}` : "";
  const line = `${"  ".repeat(depth)}${node.name}${expected}${rows}${time}${detail}`;
  return [line, ...node.children.map((child) => planText(child, depth + 1))].join("\n");
}
