import { RangeSetBuilder, type EditorState, type Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type PluginValue,
  type ViewUpdate,
} from "@codemirror/view";
import { statementAt, statementsOf } from "./statements";

const LONGEST = 100_000;
const line = Decoration.line({ class: "cm-current-statement" });

class CurrentLines implements PluginValue {
  lines: DecorationSet;

  constructor(
    state: EditorState,
    private readonly engine: string,
  ) {
    this.lines = linesOf(state, engine);
  }

  update({ state, docChanged, selectionSet }: ViewUpdate): void {
    if (docChanged || selectionSet) {
      this.lines = linesOf(state, this.engine);
    }
  }
}

/** Marks the lines that a run at the cursor would run, where there is more than one statement. */
export function currentStatement(engine: string): Extension {
  return [
    ViewPlugin.define((view) => new CurrentLines(view.state, engine), {
      decorations: (plugin) => plugin.lines,
    }),
    EditorView.baseTheme({
      ".cm-current-statement": { boxShadow: "inset 2px 0 0 var(--accent)" },
    }),
  ];
}

function linesOf(state: EditorState, engine: string): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  if (state.doc.length > LONGEST || !state.selection.main.empty) {
    return builder.finish();
  }
  const statements = statementsOf(state.doc.toString(), engine);
  const current = statementAt(statements, state.selection.main.head);
  if (!current || statements.length < 2) {
    return builder.finish();
  }
  const last = state.doc.lineAt(current.to).number;
  for (let number = state.doc.lineAt(current.from).number; number <= last; number += 1) {
    const { from } = state.doc.line(number);
    builder.add(from, from, line);
  }
  return builder.finish();
}
