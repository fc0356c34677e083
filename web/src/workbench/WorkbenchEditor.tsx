import { autocompletion, closeCompletion, startCompletion } from "@codemirror/autocomplete";
import { toggleComment } from "@codemirror/commands";
import { sql } from "@codemirror/lang-sql";
import { lintGutter } from "@codemirror/lint";
import {
  highlightSelectionMatches,
  openSearchPanel,
  search,
  searchKeymap,
} from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { SchemaTable } from "@/api/types";
import { dialectOf } from "@/sql/dialect";
import { editorBasics, underline } from "@/sql/editor-setup";
import type { Mark } from "@/sql/position";
import { completionFrom } from "./completion";
import { currentStatement } from "./current-statement";
import { texts } from "./texts";

/** What the page asks of the editor. */
export interface EditorHandle {
  /** The chosen part of the text; `from` and `to` are the cursor where nothing is chosen. */
  selection: () => { from: number; to: number };
  replace: (from: number, to: number, text: string) => void;
  insert: (text: string) => void;
  goTo: (position: number) => void;
  focus: () => void;
  find: () => void;
  comment: () => void;
}

export interface WorkbenchEditorProps {
  handle: Ref<EditorHandle>;
  /** Which tab it shows; each keeps its own history of changes and its place. */
  tab: string;
  value: string;
  engine: string;
  tables: SchemaTable[];
  completes: boolean;
  marks: Mark[];
  onChange: (tab: string, value: string) => void;
  onRun: (what: "here" | "all") => void;
  onFormat: () => void;
}

/** The editor of the workbench, loaded when the page is. */
export default function WorkbenchEditor(props: WorkbenchEditorProps) {
  const { handle, tab, value, engine, tables, completes, marks } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  const parts = useRef({ language: new Compartment(), help: new Compartment() });
  const shown = useRef(tab);
  const states = useRef(new Map<string, EditorState>());

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) {
      return undefined;
    }
    const editor = new EditorView({
      parent: host.current,
      state: newState(latest, parts.current, shown),
    });
    view.current = editor;
    return () => {
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor && shown.current !== tab) {
      states.current.set(shown.current, editor.state);
      shown.current = tab;
      editor.setState(states.current.get(tab) ?? newState(latest, parts.current, shown));
      editor.focus();
    }
  }, [tab]);

  useEffect(() => {
    view.current?.dispatch({
      effects: [
        parts.current.language.reconfigure([
          sql({ dialect: dialectOf(engine) }),
          currentStatement(engine),
        ]),
        parts.current.help.reconfigure(
          autocompletion({
            activateOnTyping: completes,
            icons: false,
            override: [completionFrom(engine, tables)],
          }),
        ),
      ],
    });
  }, [tab, engine, tables, completes]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    }
  }, [tab, value]);

  useEffect(() => {
    if (view.current) {
      underline(view.current, marks);
    }
  }, [tab, marks]);

  useImperativeHandle(handle, () => ({
    selection: () => {
      const range = view.current?.state.selection.main;
      return { from: range?.from ?? 0, to: range?.to ?? 0 };
    },
    replace: (from, to, text) => {
      view.current?.dispatch({ changes: { from, to, insert: text } });
    },
    insert: (text) => {
      const editor = view.current;
      editor?.dispatch(editor.state.replaceSelection(text));
      editor?.focus();
    },
    goTo: (position) => {
      const editor = view.current;
      if (editor) {
        const anchor = Math.min(position, editor.state.doc.length);
        editor.dispatch({ selection: { anchor }, scrollIntoView: true });
        editor.focus();
      }
    },
    focus: () => view.current?.focus(),
    find: () => view.current && openSearchPanel(view.current),
    comment: () => view.current && toggleComment(view.current),
  }));

  return (
    <div
      ref={host}
      data-testid="workbench-editor"
      className="h-full min-h-0 [&_.cm-editor]:h-full [&_.cm-scroller]:overflow-auto"
    />
  );
}

function newState(
  latest: { current: WorkbenchEditorProps },
  parts: { language: Compartment; help: Compartment },
  shown: { current: string },
): EditorState {
  const run = (what: "here" | "all") => (editor: EditorView) => {
    closeCompletion(editor);
    latest.current.onRun(what);
    return true;
  };
  return EditorState.create({
    doc: latest.current.value,
    extensions: [
      Prec.highest(
        keymap.of([
          { key: "Mod-Enter", run: run("here") },
          { key: "Shift-Mod-Enter", run: run("all") },
          {
            key: "Shift-Alt-f",
            run: () => {
              latest.current.onFormat();
              return true;
            },
          },
          { key: "Alt-Enter", run: startCompletion },
        ]),
      ),
      search({ top: true }),
      highlightSelectionMatches(),
      keymap.of(searchKeymap),
      editorBasics(texts.editor),
      lintGutter(),
      parts.language.of([]),
      parts.help.of([]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          latest.current.onChange(shown.current, update.state.doc.toString());
        }
      }),
    ],
  });
}
