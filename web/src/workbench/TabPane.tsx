import { useCallback, useMemo, useState, type RefObject } from "react";
import type { SchemaTable, SourceSummary } from "@/api/types";
import { useActions, type Action } from "@/palette/actions";
import type { Mark } from "@/sql/position";
import { useRemembered } from "@/ui/use-remembered";
import { formatted } from "./format";
import { marksOf } from "./marks";
import { ParameterBar } from "./ParameterBar";
import { boundTo, wantedBy } from "./parameters";
import { Results } from "./Results";
import { isBusy, type Sheet } from "./sheets";
import { SaveDialog } from "./SaveDialog";
import { SplitPane } from "./SplitPane";
import { statementAt, statementsIn, statementsOf, type Statement } from "./statements";
import type { Tab } from "./tabs";
import { texts } from "./texts";
import { Toolbar } from "./Toolbar";
import { benches, useBench } from "./use-bench";
import { useChecks } from "./use-checks";
import type { Draft } from "./use-tabs";
import WorkbenchEditor, { type EditorHandle } from "./WorkbenchEditor";

interface TabPaneProps {
  tab: Tab;
  sources: SourceSummary[];
  engine: string;
  tables: SchemaTable[];
  editor: RefObject<EditorHandle | null>;
  onChange: (id: string, part: Partial<Tab>) => void;
  onOpen: (draft: Draft) => void;
  onSaved: () => void;
}

const NO_ACTIONS: readonly Action[] = [];

/** One tab: its text, what can be done with it, and what came of it. */
export function TabPane(props: TabPaneProps) {
  const { tab, sources, engine, tables, editor, onChange } = props;
  const bench = useBench(tab.id);
  const checked = useChecks(tab.source, engine, tables, tab.sql);
  const [completes, setCompletes] = useRemembered("alidade.workbench.completes", true);
  const [unformatted, setUnformatted] = useState("");
  const [saving, setSaving] = useState<string>();
  const [told, setTold] = useState("");
  const wanted = useMemo(() => wantedBy(tab, engine, tab.declared ?? []), [tab, engine]);
  const marks = useMemo(
    () => joined(marksOf(tab.sql, engine, bench.sheets), checked),
    [tab.sql, engine, bench.sheets, checked],
  );
  const parametersOf = (sql: string) => boundTo(sql, engine, wanted, tab.values);

  const meant = (): Statement[] => {
    const { from, to } = editor.current?.selection() ?? { from: 0, to: 0 };
    if (from < to) {
      return statementsIn(tab.sql, from, to, engine);
    }
    const one = statementAt(statementsOf(tab.sql, engine), from);
    return one ? [one] : [];
  };

  const run = (what: "here" | "all") => {
    const statements = what === "all" ? statementsOf(tab.sql, engine) : meant();
    if (statements.length > 0) {
      void benches.run(tab.id, { source: tab.source, statements, parametersOf });
    }
  };

  const explain = () => {
    const [statement] = meant();
    if (statement) {
      void benches.explain(tab.id, tab.source, statement, parametersOf(statement.sql));
    }
  };

  const debug = () => {
    const [statement] = meant();
    if (statement) {
      void benches.debug(tab.id, tab.source, statement, parametersOf(statement.sql));
    }
  };

  const save = () => {
    setSaving(meant()[0]?.sql);
  };

  const format = () => {
    const { from, to } = editor.current?.selection() ?? { from: 0, to: 0 };
    const part = from < to ? { from, to } : { from: 0, to: tab.sql.length };
    formatted(tab.sql.slice(part.from, part.to), engine).then(
      (text) => {
        setUnformatted("");
        editor.current?.replace(part.from, part.to, text);
      },
      () => {
        setUnformatted(tab.sql);
      },
    );
  };

  const nothingThere = tab.sql.trim() === "";
  const actions = {
    run: () => {
      run("here");
    },
    runAll: () => {
      run("all");
    },
    format,
    explain,
    debug,
    save,
  };
  useActions(
    nothingThere
      ? NO_ACTIONS
      : (Object.keys(actions) as (keyof typeof actions)[]).map((id) => ({
          id,
          name: texts.actions[id],
          hint: texts.workbench,
          run: actions[id],
        })),
  );

  const use = (sheet: Sheet, sql: string) => {
    const still = statementsOf(tab.sql, engine).find((each) => each.sql === sheet.sql);
    if (still) {
      editor.current?.replace(still.from, still.to, sql);
    }
  };

  const onText = useCallback(
    (id: string, sql: string) => {
      onChange(id, { sql });
    },
    [onChange],
  );

  return (
    <SplitPane
      above={
        <>
          <div className="border-y px-3 py-1.5">
            <Toolbar
              sources={sources}
              source={tab.source}
              busy={isBusy(bench)}
              empty={nothingThere}
              completes={completes}
              onSource={(source) => {
                onChange(tab.id, { source });
              }}
              onRun={run}
              onStop={() => {
                benches.stop(tab.id);
              }}
              onFormat={format}
              onExplain={explain}
              onDebug={debug}
              onSave={save}
              onFind={() => editor.current?.find()}
              onComment={() => editor.current?.comment()}
              onCompletes={setCompletes}
            />
          </div>
          <p
            role="status"
            className={told ? "bg-accent-soft px-3 py-1.5 text-[13px] text-accent-strong" : ""}
          >
            {told}
          </p>
          {unformatted !== "" && unformatted === tab.sql && (
            <p role="alert" className="bg-warning-soft px-3 py-1.5 text-[13px] text-warning">
              {texts.formatFailed}
            </p>
          )}
          {saving !== undefined && (
            <SaveDialog
              tab={tab}
              sql={saving}
              wanted={wanted}
              onClose={() => {
                setSaving(undefined);
              }}
              onSaved={({ name, approved, waiting }) => {
                const version = (waiting ?? approved)?.version ?? 1;
                const declared = (waiting ?? approved)?.parameters;
                setSaving(undefined);
                setTold(texts.savedAs(name, version));
                onChange(tab.id, { title: name, saved: { name, version }, declared });
                props.onSaved();
              }}
            />
          )}
          <div className="min-h-0 flex-1 bg-surface">
            <WorkbenchEditor
              handle={editor}
              tab={tab.id}
              value={tab.sql}
              engine={engine}
              tables={tables}
              completes={completes}
              marks={marks}
              onChange={onText}
              onRun={run}
              onFormat={format}
            />
          </div>
          <ParameterBar
            wanted={wanted}
            values={tab.values}
            onValue={(name, value) => {
              onChange(tab.id, { values: { ...tab.values, [name]: value } });
            }}
            onType={(name, type) => {
              onChange(tab.id, { types: { ...tab.types, [name]: type } });
            }}
            onRun={() => {
              run("here");
            }}
          />
        </>
      }
      below={
        <Results
          tab={tab.id}
          bench={bench}
          onGoTo={(position) => editor.current?.goTo(position)}
          onUse={use}
          onOpen={(source, sql) => {
            props.onOpen({ source, sql });
          }}
        />
      }
    />
  );
}

/** What running told counts more than what the check did. */
function joined(told: Mark[], checked: Mark[]): Mark[] {
  return [...told, ...checked.filter(({ from }) => !told.some((mark) => mark.from === from))];
}
