import Plotly from "plotly.js-basic-dist-min";
import { useEffect, useRef } from "react";
import type { ChartSpec, Column, Row } from "@/api/types";
import { useThemeMark } from "@/theme/use-theme-mark";
import { toFigure } from "./figure";
import { readPalette } from "./palette";

interface PlotlyChartProps {
  spec: ChartSpec;
  columns: Column[];
  rows: Row[];
}

const CONFIG = { displayModeBar: false, responsive: false, displaylogo: false };

/** Loaded lazily: Plotly is by far the largest part of the page. */
export default function PlotlyChart({ spec, columns, rows }: PlotlyChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const theme = useThemeMark();

  useEffect(() => {
    const target = element.current;
    const figure = toFigure(spec, columns, rows, readPalette());
    if (target && figure) {
      void Plotly.react(target, figure.data, figure.layout, CONFIG);
    }
  }, [spec, columns, rows, theme]);

  useEffect(() => {
    const target = element.current;
    if (!target) {
      return;
    }
    const observer = new ResizeObserver(() => {
      Plotly.Plots.resize(target);
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      Plotly.purge(target);
    };
  }, []);

  return <div ref={element} className="h-full w-full" />;
}
