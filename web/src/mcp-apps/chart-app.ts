import { ChartView } from "./chart-view";
import { button, element } from "./element";
import type { Host, ToolResult, View } from "./host";
import { isFields, type Fields } from "./bridge";
import { readChart, readRows, text, type Rows } from "./result";
import { RowsView, type MoreRows } from "./rows-view";
import { expectRows } from "./table-app";
import { texts } from "./texts";

/** An answer as a chart, and its rows behind it; readings to choose from where it is none. */
export class ChartApp implements View {
  private readonly root: HTMLElement;
  private readonly host: Host;
  private readonly chart = new ChartView();
  private readonly rows = new RowsView(texts.rowsOfAnswer);

  constructor(root: HTMLElement, host: Host) {
    this.root = root;
    this.host = host;
    this.missing(texts.waitingForAnswer);
  }

  show(result: ToolResult): void {
    const { fields } = result;
    const rows = readRows(fields);
    if (result.failed || !rows || rows.columns.length === 0) {
      this.explain(result);
      return;
    }
    const spec = rows.rows.length > 0 ? readChart(fields) : undefined;
    this.rows.show(rows, this.more(fields, rows));
    if (!spec) {
      this.root.replaceChildren(heading(fields, ""), this.rows.element);
      return;
    }
    const area = element("div", {}, this.chart.element);
    const tabs = this.tabs(area);
    this.root.replaceChildren(heading(fields, spec.title, tabs), area);
    this.chart.show(spec, rows.columns, rows.rows);
  }

  missing(reason: string): void {
    this.root.replaceChildren(
      element("p", { class: "message", text: reason, attributes: { role: "status" } }),
    );
  }

  private tabs(area: HTMLElement): HTMLElement {
    const views = [
      { label: texts.chart, shown: this.chart.element },
      { label: texts.table, shown: this.rows.element },
    ];
    const buttons = views.map(({ label, shown }, index) => {
      const tab = button(label, () => {
        buttons.forEach((each) => {
          each.setAttribute("aria-pressed", String(each === tab));
        });
        area.replaceChildren(shown);
      });
      tab.setAttribute("aria-pressed", String(index === 0));
      return tab;
    });
    return element(
      "div",
      { class: "tabs", attributes: { role: "group", "aria-label": texts.showAs } },
      ...buttons,
    );
  }

  /** An answer holds its first rows; its statement gives the others. */
  private more(fields: Fields, rows: Rows): MoreRows | undefined {
    const source = text(fields, "source");
    const sql = text(fields, "sql");
    if (!rows.truncated || source === undefined || sql === undefined) {
      return undefined;
    }
    const read = async (changes: Fields) =>
      expectRows(await this.host.call("query", { source, sql, ...changes }));
    return { next: (cursor) => read({ cursor }), anew: () => read({}) };
  }

  private explain(result: ToolResult): void {
    const words = text(result.fields, "explanation") ?? (result.text || texts.noAnswer);
    this.missing(words);
    const { options } = result.fields;
    const conversation = text(result.fields, "conversation");
    if (!Array.isArray(options) || conversation === undefined) {
      return;
    }
    const list = element("ol", { class: "options" });
    options.filter(isFields).forEach((option, index) => {
      const choose = button(text(option, "label") ?? text(option, "question") ?? "", () => {
        void this.choose(conversation, index + 1);
      });
      list.append(element("li", {}, choose));
    });
    this.root.append(list);
  }

  private async choose(conversation: string, choice: number): Promise<void> {
    this.missing(texts.asking);
    try {
      this.show(await this.host.call("ask", { conversation, choice }));
    } catch (failure) {
      this.missing(failure instanceof Error ? failure.message : texts.notAsked);
    }
  }
}

function heading(fields: Fields, title: string, ...beside: HTMLElement[]): HTMLElement {
  const words = element(
    "div",
    {},
    element("h1", { text: text(fields, "question") ?? title }),
    element("p", { class: "note", text: text(fields, "paraphrase") ?? "" }),
  );
  return element("header", {}, words, ...beside);
}
