import { element } from "./element";
import type { Host, ToolResult, View } from "./host";
import { readRows, type Rows } from "./result";
import { RowsView } from "./rows-view";
import { texts } from "./texts";

/** The rows of a result. */
export class TableApp implements View {
  private readonly message = element("p", { class: "message", attributes: { role: "status" } });
  private readonly rows = new RowsView(texts.rowsOfResult);
  private readonly root: HTMLElement;
  private readonly host: Host;

  constructor(root: HTMLElement, host: Host) {
    this.root = root;
    this.host = host;
    this.message.textContent = texts.waitingForRows;
    root.replaceChildren(this.message);
  }

  show(result: ToolResult): void {
    const rows = readRows(result.fields);
    if (result.failed || !rows || rows.columns.length === 0) {
      this.missing(result.text || texts.noRows);
      return;
    }
    this.root.replaceChildren(this.rows.element);
    this.rows.show(rows, {
      next: (cursor) => this.read({ cursor }),
      anew: () => this.read({}),
    });
  }

  missing(reason: string): void {
    this.message.textContent = reason;
    this.root.replaceChildren(this.message);
  }

  private async read(changes: Record<string, unknown>): Promise<Rows> {
    return expectRows(await this.host.again(changes, "query"));
  }
}

export function expectRows(result: ToolResult): Rows {
  const rows = readRows(result.fields);
  if (!rows) {
    throw new Error(texts.gaveNoRows);
  }
  return rows;
}
