import type { Cell, Column, Row } from "@/api/types";
import { toCsv } from "@/table/csv";
import { common } from "@/language/texts";
import { decimalsIn, formatCell, isNumeric, rawCell } from "@/table/format";
import { nextSorting, sortRows, type Sorting } from "@/table/sort";
import { copyText } from "./copy";
import { button, element } from "./element";
import { columnWidths, windowOf } from "./row-window";
import type { Rows } from "./result";
import { texts } from "./texts";

const ROW_HEIGHT = 30;

/** What asks the server for rows; each gives the rows that came. */
export interface MoreRows {
  /** The page after a cursor. */
  next(cursor: string): Promise<Rows>;
  /** The same from the start. */
  anew(): Promise<Rows>;
}

const NONE: Rows = { columns: [], rows: [], truncated: false, cursor: undefined };

/** Rows of which only those in sight are on the page. */
export class RowsView {
  readonly element: HTMLElement;
  private data = NONE;
  private sorted: Row[] = [];
  private sorting: Sorting | undefined;
  private decimals: number[] = [];
  private more: MoreRows | undefined;
  private readonly head = element("thead");
  private readonly body = element("tbody");
  private readonly columns = element("colgroup");
  private readonly table = element("table", {}, this.columns, this.head, this.body);
  private readonly scroller: HTMLElement;
  private readonly note = element("p", { class: "note", attributes: { role: "status" } });
  private readonly actions = element("div", { class: "actions" });
  private readonly fallback = element("div");

  constructor(caption: string) {
    this.scroller = element(
      "div",
      { class: "scroller", attributes: { tabindex: "0", role: "region", "aria-label": caption } },
      this.table,
    );
    this.scroller.addEventListener("scroll", () => {
      this.drawRows();
    });
    this.element = element(
      "section",
      { class: "rows" },
      this.scroller,
      element("footer", {}, this.note, this.actions),
      this.fallback,
    );
    new ResizeObserver(() => {
      this.drawRows();
    }).observe(this.scroller);
  }

  show(data: Rows, more?: MoreRows): void {
    this.data = data;
    this.more = more;
    this.sorting = undefined;
    this.scroller.scrollTop = 0;
    this.fallback.replaceChildren();
    this.draw();
  }

  private draw(): void {
    const { columns, rows } = this.data;
    this.sorted = sortRows(rows, columns, this.sorting);
    this.decimals = columns.map((_, index) => decimalsIn(rows.map((row) => row[index] ?? null)));
    this.table.setAttribute("aria-rowcount", String(this.data.truncated ? -1 : rows.length + 1));
    const widths = columnWidths(columns, rows, this.decimals);
    this.columns.replaceChildren(
      ...widths.map((width) => {
        const column = element("col");
        column.style.width = `${String(width)}ch`;
        return column;
      }),
    );
    this.table.style.minWidth = `${String(widths.reduce((sum, width) => sum + width, 0))}ch`;
    this.drawHead();
    this.drawRows();
    this.drawFooter();
  }

  private drawHead(): void {
    const cells = this.data.columns.map((column, index) => this.headerCell(column, index));
    this.head.replaceChildren(element("tr", { attributes: { "aria-rowindex": "1" } }, ...cells));
  }

  private headerCell(column: Column, index: number): HTMLElement {
    const sorting = this.sorting?.column === index ? this.sorting : undefined;
    const order = sorting ? (sorting.descending ? "descending" : "ascending") : "none";
    const mark = sorting ? (sorting.descending ? "↓" : "↑") : "";
    const sort = button(column.name, () => {
      this.sorting = nextSorting(this.sorting, index);
      this.draw();
      this.head.querySelectorAll("button").item(index).focus();
    });
    sort.title = `${column.name} (${column.type}): sort`;
    sort.append(
      element("span", { class: "mark", text: mark, attributes: { "aria-hidden": "true" } }),
    );
    return element(
      "th",
      {
        class: isNumeric(column) ? "number" : "",
        attributes: { scope: "col", "aria-sort": order },
      },
      sort,
    );
  }

  private drawRows(): void {
    const { first, last } = windowOf(
      this.scroller.scrollTop,
      this.scroller.clientHeight,
      this.sorted.length,
      ROW_HEIGHT,
    );
    const shown = this.sorted.slice(first, last).map((row, index) => this.row(row, first + index));
    this.body.replaceChildren(
      ...gap(first * ROW_HEIGHT),
      ...shown,
      ...gap((this.sorted.length - last) * ROW_HEIGHT),
    );
  }

  private row(row: Row, index: number): HTMLElement {
    const cells = this.data.columns.map((column, position) =>
      cellOf(row[position] ?? null, column, this.decimals[position] ?? 0),
    );
    return element("tr", { attributes: { "aria-rowindex": String(index + 2) } }, ...cells);
  }

  private drawFooter(): void {
    const { rows, truncated, cursor, columns } = this.data;
    const within = this.sorting ? texts.sortedAmong(rows.length) : "";
    this.note.textContent = truncated
      ? texts.firstRows(rows.length) + within
      : common.rows(rows.length);
    const copy = button(texts.copyCsv, () => {
      void this.copy(copy);
    });
    copy.disabled = columns.length === 0;
    this.actions.replaceChildren(copy);
    const { more } = this;
    if (truncated && more) {
      const label = cursor === undefined ? texts.readMore : texts.more;
      this.actions.prepend(
        button(label, () => {
          void this.load(
            cursor === undefined ? more.anew() : more.next(cursor),
            cursor !== undefined,
          );
        }),
      );
    }
  }

  private async copy(from: HTMLButtonElement): Promise<void> {
    const csv = toCsv(this.data.columns, this.sorted);
    if (await copyText(csv)) {
      from.textContent = texts.copied;
      return;
    }
    const area = element("textarea", {
      attributes: { readonly: "", "aria-label": texts.asCsv },
    });
    area.value = csv;
    this.fallback.replaceChildren(
      element("p", {
        class: "note",
        text: texts.clipboardClosed,
      }),
      area,
    );
    area.select();
  }

  private async load(coming: Promise<Rows>, added: boolean): Promise<void> {
    this.actions.querySelectorAll("button").forEach((each) => {
      each.disabled = true;
    });
    this.note.textContent = texts.reading;
    try {
      const page = await coming;
      const { columns, rows } = this.data;
      this.data = { ...page, columns: added ? columns : page.columns };
      this.data.rows = added ? [...rows, ...page.rows] : page.rows;
      this.draw();
    } catch (failure) {
      // A cursor is kept only for a while; the statement can be read again.
      this.data = { ...this.data, cursor: undefined };
      this.drawFooter();
      const why = failure instanceof Error ? failure.message : texts.unknownReason;
      this.note.textContent = texts.noMoreCame(why);
    }
  }
}

function gap(height: number): HTMLElement[] {
  if (height <= 0) {
    return [];
  }
  const row = element("tr", { class: "gap", attributes: { "aria-hidden": "true" } });
  row.style.height = `${String(height)}px`;
  return [row];
}

/** One value as text; what is absent or empty looks different from any text. */
export function valueOf(value: Cell, column: Column, decimals: number): HTMLElement {
  if (value === null || value === "") {
    return element("span", { class: "absent", text: value === null ? texts.null : texts.empty });
  }
  return element("span", { text: formatCell(value, column, decimals) });
}

function cellOf(value: Cell, column: Column, decimals: number): HTMLElement {
  const cell = element(
    "td",
    { class: isNumeric(column) ? "number" : "" },
    valueOf(value, column, decimals),
  );
  cell.title = rawCell(value);
  return cell;
}
