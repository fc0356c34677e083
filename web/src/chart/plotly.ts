import { isBasic, type Figure } from "./figure";
import { LOCALE } from "@/language";
import { plotlyLocale } from "./locale";
import { texts } from "./texts";

let whole: Promise<PlotlyModule> | undefined;
let basic: Promise<PlotlyModule> | undefined;

async function ready(loading: Promise<{ default: PlotlyModule }>): Promise<PlotlyModule> {
  const { default: Plotly } = await loading;
  Plotly.register(plotlyLocale(LOCALE));
  return Plotly;
}

/** Plotly, by far the largest part of the page: all of it only where a figure needs it. */
export function loadPlotly(figure: Figure): Promise<PlotlyModule> {
  if (isBasic(figure) && !whole) {
    basic ??= ready(import("plotly.js-basic-dist-min"));
    return basic;
  }
  whole ??= ready(import.meta.env.DEV ? import("plotly.js-strict-dist-min") : kept());
  return whole;
}

/** All of Plotly at the address where the server has it too, for files that it writes. */
async function kept(): Promise<{ default: PlotlyModule }> {
  const script = document.createElement("script");
  script.src = new URL("plotly/plotly.min.js", document.baseURI).href;
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => {
      whole = undefined;
      reject(new Error(texts.notLoaded));
    });
    document.head.append(script);
  });
  return { default: (globalThis as unknown as { Plotly: PlotlyModule }).Plotly };
}

/** How Plotly behaves: nothing from elsewhere, outlines of countries from our own address. */
export function plotlyConfig(): object {
  return {
    displayModeBar: false,
    responsive: false,
    displaylogo: false,
    locale: LOCALE,
    topojsonURL: new URL("maps/", document.baseURI).href,
  };
}
