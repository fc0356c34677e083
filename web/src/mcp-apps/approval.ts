import { isFields, type Fields } from "./bridge";
import { readRows, text, type Rows } from "./result";

/** A proposed write as the server tells of it. */
export interface Approval {
  id: string;
  state: string;
  proposedBy: string;
  door: string;
  source: string;
  table: string;
  rowsTouched: number;
  sql: string;
  parameters: unknown;
  sample: Rows | undefined;
  proposedAt: string;
  expiresAt: string;
  decidedBy: string | undefined;
  note: string | undefined;
  /** Why it cannot be decided from here. */
  obstacle: string | undefined;
}

/** The proposal in a result, whether the result is one or holds one. */
export function readApproval(fields: Fields): Approval | undefined {
  const proposal = isFields(fields.approval) ? fields.approval : fields;
  const id = text(proposal, "approval");
  if (id === undefined || !isFields(proposal.preview)) {
    return undefined;
  }
  const { preview } = proposal;
  const word = (name: string) => text(proposal, name) ?? "";
  return {
    id,
    state: word("state"),
    proposedBy: word("proposed_by"),
    door: word("door"),
    source: word("source"),
    table: text(preview, "table") ?? "",
    rowsTouched: typeof preview.rows_touched === "number" ? preview.rows_touched : 0,
    sql: text(preview, "sql") ?? "",
    parameters: proposal.parameters,
    sample: readRows(preview),
    proposedAt: word("proposed_at"),
    expiresAt: word("expires_at"),
    decidedBy: text(proposal, "decided_by"),
    note: text(proposal, "note"),
    obstacle: text(proposal, "cannot_approve"),
  };
}
