import { call, callForArrow } from "@/api/client";
import { isAbort, messageOf } from "@/api/errors";
import { kept, keep } from "./kept-benches";
import { newId } from "./new-id";
import {
  added,
  NO_BENCH,
  replaced,
  without,
  type Bench,
  type Parameters,
  type PlanSheet,
  type RowsSheet,
  type Sheet,
  type StepsSheet,
} from "./sheets";
import type { Statement } from "./statements";
import { texts } from "./texts";

/** What a tab wants to have run. */
export interface Work {
  source: string;
  statements: Statement[];
  /** The values that a statement binds. */
  parametersOf: (sql: string) => Parameters | undefined;
}

interface Asked {
  source: string;
  sql: string;
  parameters?: Parameters;
}

function inputOf({ source, sql, parameters }: Sheet): Asked {
  return { source, sql, ...(parameters && { parameters }) };
}

function sheetOf<K extends Sheet["kind"]>(
  kind: K,
  source: string,
  { sql, from, line }: Statement,
  parameters: Parameters | undefined,
) {
  const at = Date.now();
  return { kind, id: newId(), source, sql, from, line, state: "running" as const, parameters, at };
}

/** Runs the statements of every tab, also of those that nobody looks at, and keeps what came. */
export class BenchStore {
  private benches: ReadonlyMap<string, Bench> = kept();
  private readonly listeners = new Set<() => void>();
  private readonly running = new Map<string, AbortController>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): ReadonlyMap<string, Bench> => this.benches;

  readonly bench = (tab: string): Bench => this.benches.get(tab) ?? NO_BENCH;

  /** Runs statements one after another; those after one that fails are left. */
  async run(tab: string, { source, statements, parametersOf }: Work): Promise<void> {
    const signal = this.begin(tab);
    const sheets = statements.map((statement): RowsSheet => ({
      kind: "rows",
      id: newId(),
      source,
      sql: statement.sql,
      from: statement.from,
      line: statement.line,
      state: "waiting",
      parameters: parametersOf(statement.sql),
      at: Date.now(),
    }));
    this.set(tab, replaced(this.bench(tab), sheets));
    let failed = false;
    for (const sheet of sheets) {
      if (failed || signal.aborted) {
        this.change(tab, sheet.id, { state: failed ? "skipped" : "stopped" });
        continue;
      }
      failed = !(await this.runOne(tab, sheet, signal)) && !signal.aborted;
      if (failed) {
        this.show(tab, sheet.id);
      }
    }
    this.keepAll();
  }

  private async runOne(tab: string, sheet: RowsSheet, signal: AbortSignal): Promise<boolean> {
    const { source, sql, parameters } = sheet;
    this.change(tab, sheet.id, { state: "running", at: Date.now() });
    try {
      const input = { source, sql, ...(parameters && { parameters }) };
      const result = await call("query", input, signal);
      this.change(tab, sheet.id, { state: "done", result });
      return true;
    } catch (error) {
      this.change(
        tab,
        sheet.id,
        isAbort(error) ? { state: "stopped" } : { state: "failed", error },
      );
      return false;
    }
  }

  /** Asks for the plan of a statement. */
  async explain(tab: string, source: string, statement: Statement, parameters?: Parameters) {
    await this.ask(tab, sheetOf("plan", source, statement, parameters), async (input, signal) => ({
      plan: await call("explain_query", input, signal),
    }));
  }

  /** Has the statement of a plan run, so that its steps have rows and times. */
  async measure(tab: string, sheet: PlanSheet): Promise<void> {
    const signal = this.begin(tab);
    this.change(tab, sheet.id, { state: "running", unmeasured: undefined });
    try {
      const plan = await call("explain_query", { ...inputOf(sheet), measure: true }, signal);
      const unmeasured = plan.measured ? undefined : texts.narrowed;
      this.change(tab, sheet.id, { state: "done", plan, unmeasured });
    } catch (error) {
      // The plan that is there stays.
      const unmeasured = isAbort(error) ? undefined : messageOf(error);
      this.change(tab, sheet.id, { state: "done", unmeasured });
    }
  }

  /** Has the parts of a statement run by themselves. */
  async debug(tab: string, source: string, statement: Statement, parameters?: Parameters) {
    await this.ask(tab, sheetOf("steps", source, statement, parameters), async (input, signal) => ({
      steps: await call("debug_query", input, signal),
    }));
  }

  private async ask(
    tab: string,
    sheet: PlanSheet | StepsSheet,
    answer: (
      input: Asked,
      signal: AbortSignal,
    ) => Promise<Pick<PlanSheet, "plan"> | Pick<StepsSheet, "steps">>,
  ): Promise<void> {
    const signal = this.begin(tab);
    this.set(tab, added(this.bench(tab), sheet));
    try {
      const part = await answer(inputOf(sheet), signal);
      this.change(tab, sheet.id, { state: "done", ...part });
    } catch (error) {
      this.change(
        tab,
        sheet.id,
        isAbort(error) ? { state: "stopped" } : { state: "failed", error },
      );
    }
  }

  /** Puts the comparison of results in front. */
  compare(tab: string): void {
    const statement = { sql: "", from: 0, to: 0, line: 1 };
    const sheet = { ...sheetOf("diff", "", statement, undefined), state: "done" as const };
    this.set(tab, added(this.bench(tab), sheet));
  }

  /** The next page of rows behind those that are there. */
  async more(tab: string, { id, source, sql, parameters, result }: RowsSheet): Promise<void> {
    if (!result?.cursor) {
      return;
    }
    const signal = this.begin(tab);
    this.change(tab, id, { state: "running" });
    try {
      const input = { source, sql, cursor: result.cursor, ...(parameters && { parameters }) };
      const next = await call("query", input, signal);
      const whole = { ...next, rows: [...result.rows, ...next.rows] };
      this.change(tab, id, { state: "done", result: whole });
    } catch (error) {
      this.change(tab, id, isAbort(error) ? { state: "done" } : { state: "failed", error });
    }
  }

  /** All rows of a statement, as a stream. */
  async loadAll(tab: string, { id, source, sql, parameters, result }: RowsSheet): Promise<void> {
    if (!result) {
      return;
    }
    const signal = this.begin(tab);
    this.change(tab, id, { state: "running", loaded: 0 });
    try {
      const [{ readArrow }, stream] = await Promise.all([
        import("@/grid/arrow-rows"),
        callForArrow("query", { source, sql, ...(parameters && { parameters }) }, signal),
      ]);
      const all = await readArrow(stream, result.columns, (loaded) => {
        this.change(tab, id, { loaded });
      });
      this.change(tab, id, { state: "done", all });
    } catch (error) {
      this.change(tab, id, isAbort(error) ? { state: "done" } : { state: "failed", error });
    }
  }

  stop(tab: string): void {
    this.running.get(tab)?.abort();
  }

  show(tab: string, id: string): void {
    this.set(tab, { ...this.bench(tab), shown: id });
  }

  remove(tab: string, id: string): void {
    this.set(tab, without(this.bench(tab), id));
    this.keepAll();
  }

  /** Forgets everything, as when somebody signs out. */
  clear(): void {
    for (const controller of this.running.values()) {
      controller.abort();
    }
    this.benches = new Map();
    this.tell();
    this.keepAll();
  }

  private begin(tab: string): AbortSignal {
    this.stop(tab);
    const controller = new AbortController();
    this.running.set(tab, controller);
    return controller.signal;
  }

  private change(
    tab: string,
    id: string,
    part: Partial<RowsSheet> | Partial<PlanSheet> | Partial<StepsSheet>,
  ): void {
    const bench = this.bench(tab);
    const sheets = bench.sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...part } : sheet));
    this.set(tab, { ...bench, sheets });
  }

  private set(tab: string, bench: Bench): void {
    this.benches = new Map(this.benches).set(tab, bench);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }

  private keepAll(): void {
    keep(this.benches);
  }
}
