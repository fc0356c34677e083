import { useEffect, useRef, useState } from "react";
import type { SentChart } from "@/api/types";
import { useThemeMark } from "@/theme/use-theme-mark";
import { dressed } from "./dress";
import type { Figure } from "./figure";
import { readPalette } from "./palette";
import { loadPlotly, plotlyConfig } from "./plotly";

interface ChartFigureProps {
  chart: SentChart;
  figure: Figure;
}

const LEAST_HEIGHT = 200;

/** A figure of the server's, drawn in the room there is. */
export default function ChartFigure({ chart, figure }: ChartFigureProps) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<PlotlyModule>(null);
  const [width, setWidth] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const theme = useThemeMark();

  useEffect(() => {
    const target = element.current;
    if (!target || width === 0) {
      return;
    }
    let current = true;
    const draw = async () => {
      const Plotly = await loadPlotly(figure);
      if (!current) {
        return;
      }
      // What another Plotly drew is not its to change.
      if (drawn.current && drawn.current !== Plotly) {
        drawn.current.purge(target);
      }
      drawn.current = Plotly;
      const room = { palette: readPalette(), width };
      await Plotly.react(target, { ...dressed(chart, figure, room), config: plotlyConfig() });
    };
    draw().catch(setFailure);
    return () => {
      current = false;
    };
  }, [chart, figure, theme, width]);

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
      drawn.current?.purge(target);
    };
  }, []);

  if (failure !== undefined) {
    // The boundary around the chart says it.
    throw failure as Error;
  }
  return (
    <div ref={element} className="w-full overflow-hidden" style={{ minHeight: LEAST_HEIGHT }} />
  );
}
