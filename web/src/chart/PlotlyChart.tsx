import Plotly from "plotly.js-basic-dist-min";
import { useEffect, useRef, useState } from "react";
import type { ChartSpec, Column, Row } from "@/api/types";
import { useThemeMark } from "@/theme/use-theme-mark";
import { heightOf, toFigure } from "./figure";
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
  const [width, setWidth] = useState(0);
  const theme = useThemeMark();
  const height = heightOf({ spec, columns, rows, width });

  useEffect(() => {
    const target = element.current;
    if (!target || width === 0) {
      return;
    }
    const figure = toFigure({ spec, columns, rows, palette: readPalette(), width });
    if (figure) {
      const layout = { ...figure.layout, width, height };
      void Plotly.react(target, figure.data, layout, CONFIG);
    }
  }, [spec, columns, rows, theme, width, height]);

  useEffect(() => {
    const target = element.current;
    if (!target) {
      return;
    }
    const observer = new ResizeObserver(() => {
      setWidth(target.clientWidth);
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      Plotly.purge(target);
    };
  }, []);

  return <div ref={element} className="w-full overflow-hidden" style={{ minHeight: height }} />;
}
