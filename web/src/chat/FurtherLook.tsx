import { FileDown } from "lucide-react";
import { useCallback, useState } from "react";
import { call } from "@/api/client";
import type { Answer, Insight } from "@/api/types";
import { Chart } from "@/chart/Chart";
import { SqlPanel } from "@/sql/SqlPanel";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { texts } from "./texts";

type Format = "html" | "markdown";

/** What stands out in an answer, and the answer as a report to take along. */
export function FurtherLook({ answer }: { answer: Answer }) {
  return (
    <>
      <Disclosure title={texts.insights} hint={texts.insightsHint}>
        <InsightList answer={answer} />
      </Disclosure>
      <Disclosure title={texts.report} hint={texts.reportHint}>
        <ReportButtons answer={answer} />
      </Disclosure>
    </>
  );
}

function InsightList({ answer }: { answer: Answer }) {
  const { conversation, turn } = answer;
  const load = useCallback(
    (signal: AbortSignal) => call("find_insights", { conversation, turn }, signal),
    [conversation, turn],
  );
  const { data, error, loading, reload } = useResource(load);
  if (error !== undefined) {
    return <ErrorNotice error={error} onRetry={reload} />;
  }
  if (loading || !data) {
    return <Skeleton className="h-16" />;
  }
  return (
    <div className="space-y-5 text-sm" data-testid="insights">
      <p className="max-w-prose text-muted">{data.explanation}</p>
      {data.insights.map((insight) => (
        <InsightView key={insight.sentence} insight={insight} source={data.source} />
      ))}
      {data.notes.map((note) => (
        <p key={note} className="max-w-prose text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}

function InsightView({ insight, source }: { insight: Insight; source: string }) {
  return (
    <section className="space-y-3 border-l-2 border-accent pl-4">
      <p className="max-w-prose text-base">{insight.sentence}</p>
      {insight.chart && (
        <Chart chart={insight.chart} columns={insight.columns} rows={insight.rows} />
      )}
      <p className="max-w-prose text-xs text-muted">{insight.method}</p>
      <Disclosure title={texts.insightSql}>
        <SqlPanel source={source} initial={insight.sql} />
      </Disclosure>
    </section>
  );
}

function ReportButtons({ answer }: { answer: Answer }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  function take(format: Format, turns: string[] | undefined) {
    setBusy(true);
    call("write_report", { conversation: answer.conversation, as: format, ...(turns && { turns }) })
      .then((report) => {
        setError(undefined);
        save(report.document, format);
      })
      .catch(setError)
      .finally(() => {
        setBusy(false);
      });
  }

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {(["html", "markdown"] as const).map((format) => (
          <Button
            key={format}
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => {
              take(format, [answer.turn]);
            }}
          >
            <FileDown /> {texts.reportAs[format]}
          </Button>
        ))}
        <Button
          variant="outline"
          size="small"
          disabled={busy}
          onClick={() => {
            take("html", undefined);
          }}
        >
          <FileDown /> {texts.reportAll}
        </Button>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
    </div>
  );
}

function save(document: string, format: Format) {
  const address = URL.createObjectURL(
    new Blob([document], { type: format === "html" ? "text/html" : "text/markdown" }),
  );
  const link = window.document.createElement("a");
  link.href = address;
  link.download = format === "html" ? "report.html" : "report.md";
  link.click();
  URL.revokeObjectURL(address);
}
