import { useCallback, useMemo, useState } from "react";
import { call } from "@/api/client";
import type { Answer, SentChart } from "@/api/types";
import { ChartStudio } from "@/chart/ChartStudio";
import { tour } from "@/tour/tour-store";
import { ErrorNotice } from "@/ui/error-notice";

interface AnswerChartProps {
  answer: Answer;
  chart: SentChart;
}

/** The chart of an answer; changes of it are kept with the turn. */
export function AnswerChart({ answer, chart }: AnswerChartProps) {
  const { conversation, turn, source, sql, columns, rows, paraphrase } = answer;
  const [error, setError] = useState<unknown>();
  const origin = useMemo(() => (source && sql ? { source, sql } : undefined), [source, sql]);
  const keep = useCallback(
    (changed: SentChart) => {
      tour.did("chart");
      call("change_chart", { conversation, turn, chart: changed }).then(() => {
        setError(undefined);
      }, setError);
    },
    [conversation, turn],
  );
  return (
    <div data-tour="chart" className="space-y-5">
      <ChartStudio
        chart={chart}
        columns={columns}
        rows={rows}
        title={chart.title}
        heading={paraphrase}
        origin={origin}
        onChange={keep}
      />
      {error !== undefined && <ErrorNotice error={error} />}
    </div>
  );
}
