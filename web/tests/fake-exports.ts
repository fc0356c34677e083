import type { Export } from "../src/api/types";

const ROWS = 1200;

/** Exports that take as many looks as they are told to. */
export class FakeExports {
  /** How often an export says that it runs before it is done. */
  looks = 1;
  readonly formats: string[] = [];
  cancelled = 0;
  private left = 0;

  call(operation: string, input: Record<string, string>): object {
    switch (operation) {
      case "export_query_result":
        if (input.sql?.includes("secret")) {
          return { code: "TABLE_DENIED", type: "DENIED", message: "You may not read `secret`." };
        }
        this.formats.push(input.file_format ?? "");
        this.left = this.looks;
        return this.told(input);
      case "cancel_job":
        this.cancelled += 1;
        return this.told(input).job;
      default:
        this.left -= 1;
        return this.told(input);
    }
  }

  private told(input: Record<string, string>): Export {
    const running = this.left > 0;
    return {
      job: {
        job: "job_1",
        state: running ? "running" : "done",
        source: "shop",
        sql: input.sql ?? "",
        rows: running ? ROWS / 2 : ROWS,
        elapsed_ms: 10,
        submitted_at: "2025-06-01T10:00:00Z",
      },
      downloads: running ? [] : ["/api/v1/exports/job_1/Orders%20per%20month.xlsx"],
    };
  }
}
