import type { ChartSpec, Column, Row, SentChart } from "@/api/types";
import { plainChart } from "./plain";
import { describeChart, readData, type ChartData } from "./chart-data";
import { drawChart } from "./drawing";
import { button, element } from "./element";
import { colorClass, type Drawing, type Mark } from "./marks";
import { texts } from "./texts";

const FIRST_WIDTH = 640;

/** A chart that tells its values to pointer and keyboard, and whose series can be switched off. */
export class ChartView {
  readonly element: HTMLElement;
  private readonly plot = element("div", {
    class: "plot",
    attributes: { tabindex: "0", role: "application", "aria-roledescription": "chart" },
  });
  private readonly legend = element("ul", {
    class: "legend",
    attributes: { "aria-label": "Shown" },
  });
  private readonly tooltip = element("div", { class: "tooltip", attributes: { role: "status" } });
  private spec: ChartSpec | undefined;
  private data: ChartData | undefined;
  private drawing: Drawing | undefined;
  private hidden = new Set<number>();
  private current = -1;

  constructor() {
    this.element = element("figure", { class: "chart" }, this.legend, this.plot);
    this.plot.addEventListener("pointermove", (event) => {
      const box = this.plot.getBoundingClientRect();
      this.point(this.nearest(event.clientX - box.left, event.clientY - box.top));
    });
    this.plot.addEventListener("pointerleave", () => {
      this.point(-1);
    });
    this.plot.addEventListener("blur", () => {
      this.point(-1);
    });
    this.plot.addEventListener("keydown", (event) => {
      this.step(event);
    });
    new ResizeObserver(() => {
      this.draw();
    }).observe(this.element);
  }

  show(sent: SentChart, columns: Column[], rows: Row[]): void {
    const plain = plainChart(sent, columns, rows);
    this.spec = plain?.spec;
    this.data = plain && readData(plain.spec, plain.columns, plain.rows);
    this.hidden = new Set();
    this.draw();
    this.drawLegend();
  }

  private draw(): void {
    const { spec, data } = this;
    if (!spec || !data) {
      return;
    }
    const width = Math.floor(this.element.clientWidth) || FIRST_WIDTH;
    this.drawing = drawChart(spec.kind, { data, width, hidden: this.hidden });
    this.plot.setAttribute("aria-label", `${describeChart(spec, data)} ${texts.chartHelp}`);
    this.current = -1;
    this.plot.replaceChildren(
      ...(this.drawing ? [this.drawing.svg] : [number(data)]),
      this.tooltip,
    );
    this.tooltip.hidden = true;
  }

  private drawLegend(): void {
    const { spec, data } = this;
    if (!spec || !data || spec.kind === "number") {
      return;
    }
    const names = spec.kind === "pie" ? data.names : data.series.map((series) => series.label);
    this.legend.hidden = names.length < 2;
    this.legend.replaceChildren(
      ...names.map((name, index) => element("li", {}, this.toggle(name, index, names.length))),
    );
  }

  private toggle(name: string, index: number, count: number): HTMLButtonElement {
    const toggle = button(name, () => {
      const shown = !this.hidden.has(index);
      // The last one stays: an empty chart says nothing.
      if (shown && this.hidden.size === count - 1) {
        return;
      }
      this.hidden[shown ? "add" : "delete"](index);
      toggle.setAttribute("aria-pressed", String(!shown));
      this.draw();
    });
    toggle.setAttribute("aria-pressed", "true");
    toggle.prepend(element("span", { class: `swatch ${colorClass(index)}` }));
    return toggle;
  }

  private nearest(x: number, y: number): number {
    const { marks = [], nearest = "both" } = this.drawing ?? {};
    const distance = (mark: Mark) =>
      (nearest === "y" ? 0 : (mark.x - x) ** 2) + (nearest === "x" ? 0 : (mark.y - y) ** 2);
    return marks.reduce((best, mark, index) => {
      const other = marks[best];
      return !other || distance(mark) < distance(other) ? index : best;
    }, -1);
  }

  private step(event: KeyboardEvent): void {
    const count = this.drawing?.marks.length ?? 0;
    const steps: Record<string, number> = {
      ArrowRight: this.current + 1,
      ArrowDown: this.current + 1,
      ArrowLeft: this.current < 0 ? count - 1 : this.current - 1,
      ArrowUp: this.current < 0 ? count - 1 : this.current - 1,
      Home: 0,
      End: count - 1,
      Escape: -1,
    };
    const next = steps[event.key];
    if (next === undefined || count === 0) {
      return;
    }
    event.preventDefault();
    this.point(Math.min(next, count - 1));
  }

  /** Shows what stands at a mark; -1 shows nothing. */
  private point(index: number): void {
    if (index === this.current) {
      return;
    }
    this.drawing?.marks[this.current]?.parts.forEach((part) => {
      part.classList.remove("on");
    });
    this.current = index;
    const mark = this.drawing?.marks[index];
    this.tooltip.hidden = !mark;
    if (mark) {
      mark.parts.forEach((part) => {
        part.classList.add("on");
      });
      this.tell(mark);
    }
  }

  private tell(mark: Mark): void {
    this.tooltip.replaceChildren(
      element("strong", { text: mark.title }),
      ...mark.lines.map((line) =>
        element(
          "div",
          {},
          element("span", { class: `swatch ${colorClass(line.color)}` }),
          `${line.label}: ${line.value}`,
        ),
      ),
    );
    const width = this.tooltip.offsetWidth;
    const room = this.plot.clientWidth;
    this.tooltip.style.left = `${String(Math.max(0, Math.min(mark.x - width / 2, room - width)))}px`;
    const above = mark.y - this.tooltip.offsetHeight - 12;
    this.tooltip.style.top = `${String(above < 0 ? mark.y + 14 : above)}px`;
  }
}

/** A result that is one number, said large. */
function number(data: ChartData): HTMLElement {
  const series = data.series[0];
  return element(
    "div",
    { class: "big" },
    element("strong", { text: series?.texts[0] ?? "" }),
    element("span", { text: series?.label ?? "" }),
  );
}
