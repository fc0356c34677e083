import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import { ApiError, isAbort } from "@/api/errors";
import type { Export } from "@/api/types";
import { tour } from "@/tour/tour-store";
import type { Compression, ExportFormat } from "./formats";
import { texts } from "./texts";

/** What is to be exported: the rows of a statement, governed as if it were run. */
export interface Exported {
  source: string;
  sql: string;
  parameters?: unknown;
  /** Of the file, without what it ends with. */
  name: string;
}

/** A file that was written. */
export interface ExportedFile {
  name: string;
  href: string;
}

/** How far an export is. */
export type ExportState =
  | { is: "choosing" }
  | { is: "running"; format: ExportFormat; rows: number; progress: number | undefined }
  | { is: "done"; rows: number; bytes: number; files: ExportedFile[] }
  | { is: "cancelled" }
  | { is: "failed"; error: unknown };

const WAIT_SECONDS = 1;

function filesOf(output: Export): ExportedFile[] {
  return output.downloads.map((path) => ({
    // The page may stand behind a proxy, under a path of its own.
    href: new URL(path.replace(/^\//, ""), document.baseURI).href,
    name: decodeURIComponent(path.split("/").at(-1) ?? ""),
  }));
}

function ended(output: Export): ExportState {
  const { job, manifest } = output;
  if (job.state === "cancelled") {
    return { is: "cancelled" };
  }
  if (job.error) {
    return { is: "failed", error: new ApiError(job.error) };
  }
  if (job.state === "lost") {
    return { is: "failed", error: new Error(texts.lost) };
  }
  return {
    is: "done",
    rows: manifest?.rows ?? job.rows,
    bytes: manifest?.bytes ?? 0,
    files: filesOf(output),
  };
}

function save({ href, name }: ExportedFile): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}

/** One export at a time: begun, watched, cancelled, and saved when it is done. */
export function useExport(what: Exported) {
  const [state, setState] = useState<ExportState>({ is: "choosing" });
  const running = useRef<{ controller: AbortController; job?: string }>(null);
  const { source, sql, parameters, name } = what;

  const drop = useCallback(() => {
    const dropped = running.current;
    running.current = null;
    dropped?.controller.abort();
    if (dropped?.job) {
      // One that has ended meanwhile stays as it is.
      call("cancel_job", { job: dropped.job }).catch(() => undefined);
    }
  }, []);

  // Nobody could fetch its file any more.
  useEffect(() => drop, [drop]);

  const start = useCallback(
    async (format: ExportFormat, compression: Compression) => {
      drop();
      const mine: { controller: AbortController; job?: string } = {
        controller: new AbortController(),
      };
      running.current = mine;
      const { signal } = mine.controller;
      setState({ is: "running", format, rows: 0, progress: undefined });
      try {
        const order = { source, sql, file_format: format, compression, name, wait_seconds: 0 };
        let output = await call(
          "export_query_result",
          { ...order, ...(parameters !== undefined && { parameters }) },
          signal,
        );
        mine.job = output.job.job;
        while (output.job.state === "running") {
          const { job, rows, progress } = output.job;
          setState({ is: "running", format, rows, progress });
          output = await call("export_status", { export: job, wait_seconds: WAIT_SECONDS }, signal);
        }
        running.current = null;
        const end = ended(output);
        setState(end);
        if (end.is === "done") {
          tour.did("share");
        }
        if (end.is === "done" && end.files.length === 1) {
          end.files.forEach(save);
        }
      } catch (error) {
        if (!isAbort(error)) {
          running.current = null;
          setState({ is: "failed", error });
        }
      }
    },
    [source, sql, parameters, name, drop],
  );

  const cancel = useCallback(() => {
    drop();
    setState({ is: "cancelled" });
  }, [drop]);

  const again = useCallback(() => {
    setState({ is: "choosing" });
  }, []);

  return { state, start, cancel, again };
}
