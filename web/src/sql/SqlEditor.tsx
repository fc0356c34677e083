import { autocompletion, closeBrackets, closeCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { sql } from "@codemirror/lang-sql";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { dialectOf } from "./dialect";
import { editorTheme, highlighting } from "./editor-theme";
import type { Mark } from "./position";

export interface SqlEditorProps {
  value: string;
  engine: string;
  /** Column names by table, offered while typing. */
  completions: Record<string, string[]>;
  mark: Mark | undefined;
  focused: boolean;
  onChange: (value: string) => void;
  onRun: () => void;
}

/** Loaded lazily: the highlighter and the editor are not needed for a first answer. */
export default function SqlEditor({
  value,
  engine,
  completions,
  mark,
  focused,
  onChange,
  onRun,
}: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const handlers = useRef({ onChange, onRun });
  const initial = useRef(value);

  useEffect(() => {
    handlers.current = { onChange, onRun };
  });

  useEffect(() => {
    if (!host.current) {
      return;
    }
    const run = (target: EditorView) => {
      closeCompletion(target);
      handlers.current.onRun();
      return true;
    };
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: initial.current,
        extensions: [
          Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
          lineNumbers(),
          history(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ icons: false }),
          placeholder("SELECT …"),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": "SQL" }),
          sql({ dialect: dialectOf(engine), schema: completions, upperCaseKeywords: true }),
          syntaxHighlighting(highlighting),
          editorTheme,
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              handlers.current.onChange(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = editor;
    if (focused) {
      editor.focus();
    }
    return () => {
      initial.current = editor.state.doc.toString();
      editor.destroy();
    };
  }, [engine, completions, focused]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    }
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) {
      return;
    }
    const end = editor.state.doc.length;
    const diagnostics =
      mark && mark.from <= end
        ? [
            {
              from: mark.from,
              to: Math.min(end, mark.to),
              severity: "error" as const,
              message: mark.message,
            },
          ]
        : [];
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
    if (mark && mark.from <= end) {
      editor.dispatch({ selection: { anchor: mark.from }, scrollIntoView: true });
    }
  }, [mark]);

  return <div ref={host} data-testid="sql-editor" />;
}
