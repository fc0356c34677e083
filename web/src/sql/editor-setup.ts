import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { editorTheme, highlighting } from "./editor-theme";
import type { Mark } from "./position";

/** What every editor for SQL has, whatever else it can do. */
export function editorBasics(label: string): Extension {
  return [
    lineNumbers(),
    history(),
    bracketMatching(),
    closeBrackets(),
    placeholder("SELECT …"),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label }),
    syntaxHighlighting(highlighting),
    editorTheme,
    keymap.of([...defaultKeymap, ...historyKeymap]),
  ];
}

/** Underlines the places that the marks point at; marks of a text that was longer are left out. */
export function underline(editor: EditorView, marks: Mark[]): void {
  const end = editor.state.doc.length;
  const diagnostics = marks
    .filter((mark) => mark.from <= end)
    .map((mark): Diagnostic => ({
      from: mark.from,
      to: Math.min(end, mark.to),
      severity: "error",
      message: mark.message,
    }));
  editor.dispatch(setDiagnostics(editor.state, diagnostics));
}
