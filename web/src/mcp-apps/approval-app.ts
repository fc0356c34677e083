import type { Row } from "@/api/types";
import { decimalsIn, isNumeric } from "@/table/format";
import { pairColumns, type ChangedColumn } from "@/write/changes";
import { readApproval, type Approval } from "./approval";
import { copyText } from "./copy";
import { button, element } from "./element";
import type { Host, ToolResult, View } from "./host";
import type { Rows } from "./result";
import { valueOf } from "./rows-view";
import { texts } from "./texts";

/** A proposed write: what it would do, who decides, and what became of it. */
export class ApprovalApp implements View {
  private readonly root: HTMLElement;
  private readonly host: Host;
  private readonly news = element("p", { class: "note", attributes: { role: "status" } });
  private approval: Approval | undefined;

  constructor(root: HTMLElement, host: Host) {
    this.root = root;
    this.host = host;
    this.missing(texts.waitingForWrite);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && this.approval?.state === "pending") {
        void this.refresh();
      }
    });
  }

  show(result: ToolResult): void {
    const approval = readApproval(result.fields);
    if (!result.failed && approval) {
      this.approval = approval;
      this.draw(approval);
      return;
    }
    const touched = result.fields.rows_touched;
    const done = result.fields.state === "done" && typeof touched === "number";
    this.missing(done ? texts.doneWith(touched) : result.text || texts.noWrite);
  }

  missing(reason: string): void {
    this.root.replaceChildren(
      element("p", { class: "message", text: reason, attributes: { role: "status" } }),
    );
  }

  private draw(approval: Approval): void {
    const { state } = approval;
    this.root.replaceChildren(
      element(
        "header",
        {},
        element(
          "div",
          {},
          element("h1", { text: texts.titleOf(approval.rowsTouched, approval.table) }),
          element("p", { class: "note", text: proposal(approval) }),
        ),
        element("span", { class: `state ${state}`, text: texts.states[state] ?? state }),
      ),
      element(
        "pre",
        { attributes: { tabindex: "0", "aria-label": texts.statement } },
        element("code", { text: approval.sql }),
      ),
      ...parameters(approval),
      ...sample(approval),
      ...this.decision(approval),
      this.news,
    );
  }

  private decision(approval: Approval): HTMLElement[] {
    if (approval.state !== "pending") {
      return [outcome(approval)];
    }
    const refresh = button(texts.refresh, () => {
      void this.refresh();
    });
    if (approval.obstacle === undefined) {
      return [
        element(
          "div",
          { class: "actions" },
          button(texts.approve, () => void this.decide("approve"), "primary"),
          button(texts.refuse, () => void this.decide("refuse")),
          refresh,
        ),
      ];
    }
    const command = `alidade approve ${approval.id}`;
    const copy = button(texts.copyCommand, () => {
      void copyText(command).then((copied) => {
        copy.textContent = copied ? texts.copied : texts.copyByHand;
      });
    });
    return [
      element(
        "div",
        { class: "callout" },
        element("p", { text: `${approval.obstacle}.` }),
        element("code", { text: command }),
      ),
      element("div", { class: "actions" }, copy, refresh),
    ];
  }

  private async refresh(): Promise<void> {
    await this.act("show_approval", texts.looking);
  }

  private async decide(operation: "approve" | "refuse"): Promise<void> {
    await this.act(operation, operation === "approve" ? texts.approving : texts.refusing);
  }

  private async act(operation: string, meanwhile: string): Promise<void> {
    const before = this.approval;
    if (!before) {
      return;
    }
    this.say(meanwhile);
    try {
      const result = await this.host.call(operation, { approval: before.id });
      this.show(result);
      this.say(typeof result.fields.message === "string" ? result.fields.message : texts.upToDate);
      const after = this.approval;
      if (after && after.state !== before.state) {
        await this.host.inform(`The write ${after.id} is ${after.state} now.`);
      }
    } catch (failure) {
      this.say(failure instanceof Error ? failure.message : texts.notAnswered);
    }
  }

  private say(words: string): void {
    this.news.textContent = words;
  }
}

function proposal({ proposedBy, door, source, proposedAt }: Approval): string {
  const when = `${proposedAt.slice(0, 16).replace("T", " ")} UTC`;
  return texts.proposal(proposedBy, door === "mcp", source, when);
}

function parameters({ parameters: values }: Approval): HTMLElement[] {
  return values === undefined || values === null
    ? []
    : [element("p", { class: "note", text: texts.values(JSON.stringify(values)) })];
}

function sample({ sample: rows, rowsTouched }: Approval): HTMLElement[] {
  if (!rows || rows.rows.length === 0) {
    return [element("p", { class: "note", text: texts.hidden })];
  }
  const shown = rows.rows.length;
  const words = shown < rowsTouched ? texts.firstOf(shown, rowsTouched) : "";
  return [changes(rows), ...(words ? [element("p", { class: "note", text: words })] : [])];
}

function changes({ columns, rows }: Rows): HTMLElement {
  const pairs = pairColumns(columns);
  const decimals = pairs.map(({ before, after = before }) =>
    decimalsIn(rows.flatMap((row) => [row[before] ?? null, row[after] ?? null])),
  );
  const head = pairs.map(({ column, after }) =>
    element("th", {
      class: isNumeric(column) ? "number" : "",
      text: after === undefined ? column.name : texts.changes(column.name),
      attributes: { scope: "col" },
    }),
  );
  return element(
    "div",
    {
      class: "scroller",
      attributes: { tabindex: "0", role: "region", "aria-label": texts.touched },
    },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...head)),
      element(
        "tbody",
        {},
        ...rows.map((row) =>
          element(
            "tr",
            {},
            ...pairs.map((pair, index) => changed(row, pair, decimals[index] ?? 0)),
          ),
        ),
      ),
    ),
  );
}

function changed(
  row: Row,
  { column, before, after }: ChangedColumn,
  decimals: number,
): HTMLElement {
  const old = valueOf(row[before] ?? null, column, decimals);
  const cell = element("td", { class: isNumeric(column) ? "number" : "" });
  if (after === undefined) {
    cell.append(old);
    return cell;
  }
  const made = valueOf(row[after] ?? null, column, decimals);
  cell.append(element("del", {}, old), " → ", element("ins", {}, made));
  return cell;
}

function outcome({ state, decidedBy, note }: Approval): HTMLElement {
  return element("p", { class: "callout", text: texts.outcome(state, decidedBy, note) });
}
