import type { Approval, ErrorBody } from "../src/api/types";

/** A model's write to two orders, which waits. */
export function proposed(changes: Partial<Approval> = {}): Approval {
  return {
    approval: "apr_1",
    state: "pending",
    proposed_by: "wendy",
    door: "mcp",
    source: "shop",
    preview: {
      table: "orders",
      rows_touched: 2,
      columns: [
        { name: "id", type: "integer" },
        { name: "status", type: "text" },
        { name: "new status", type: "text" },
      ],
      rows: [
        [1, "open", "sent"],
        [2, "sent", "sent"],
      ],
      sql: "UPDATE orders SET status = ? WHERE id < 3",
      tables: ["orders"],
    },
    parameters: ["sent"],
    proposed_at: "2025-06-01T10:00:00Z",
    expires_at: "2025-06-02T10:00:00Z",
    ...changes,
  };
}

/** What a server keeps of writes that wait, and how somebody called ada decides on them. */
export class FakeApprovals {
  readonly known = new Map<string, Approval>();
  /** The next approval finds that so many rows would be touched by now. */
  changedTo: number | undefined;

  call(operation: string, input: Record<string, string>): object {
    const approval = this.known.get(input.approval ?? "");
    if (!approval) {
      return failure("APPROVAL_NOT_FOUND", `No approval \`${input.approval ?? ""}\` for you`);
    }
    if (operation === "show_approval") {
      return approval;
    }
    if (approval.state !== "pending") {
      return failure("APPROVAL_OVER", `The approval \`apr_1\` is ${approval.state}`);
    }
    return operation === "approve" ? this.approve(approval) : this.refuse(approval, input.reason);
  }

  private approve(approval: Approval): object {
    if (this.changedTo !== undefined) {
      const preview = { ...approval.preview, rows_touched: this.changedTo };
      this.changedTo = undefined;
      const renewed = { ...approval, preview };
      this.known.set(approval.approval, renewed);
      return { done: false, message: "The data has changed; look again", approval: renewed };
    }
    const done = this.decide(approval, "done");
    return { done: true, message: "2 rows of `orders` were changed", approval: done };
  }

  private refuse(approval: Approval, reason: string | undefined): object {
    return this.decide({ ...approval, ...(reason && { note: reason }) }, "refused");
  }

  private decide(approval: Approval, state: Approval["state"]): Approval {
    const decided = {
      ...approval,
      state,
      decided_by: "ada",
      decided_at: "2025-06-01T11:00:00Z",
    };
    this.known.set(approval.approval, decided);
    return decided;
  }
}

function failure(code: ErrorBody["code"], message: string): ErrorBody {
  return { code, type: "USER", message };
}
