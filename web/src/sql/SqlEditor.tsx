import { autocompletion, closeCompletion } from "@codemirror/autocomplete";
import { sql } from "@codemirror/lang-sql";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { dialectOf } from "./dialect";
import { editorBasics, underline } from "./editor-setup";
import type { Mark } from "./position";
import { texts } from "./texts";

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
          editorBasics(texts.editor),
          autocompletion({ icons: false }),
          sql({ dialect: dialectOf(engine), schema: completions, upperCaseKeywords: true }),
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
    underline(editor, mark ? [mark] : []);
    if (mark && mark.from <= editor.state.doc.length) {
      editor.dispatch({ selection: { anchor: mark.from }, scrollIntoView: true });
    }
  }, [mark]);

  return <div ref={host} data-testid="sql-editor" />;
}
