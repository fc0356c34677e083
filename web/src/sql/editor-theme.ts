import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const editorTheme = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: '"Geist Mono Variable", ui-monospace, monospace',
    lineHeight: "1.6",
  },
  ".cm-content": { padding: "10px 0", caretColor: "var(--accent)" },
  ".cm-cursor": { borderLeftColor: "var(--accent)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 12px", minWidth: "2ch" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger)",
    textUnderlineOffset: "4px",
  },
  ".cm-placeholder": { color: "var(--muted)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, ::selection": {
    backgroundColor: "var(--accent-soft) !important",
  },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "none" },
  ".cm-tooltip": {
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "8px",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": {
    fontStyle: "normal",
    color: "var(--muted)",
    paddingLeft: "12px",
  },
  ".cm-tooltip.cm-completionInfo": { padding: "6px 10px", maxWidth: "260px" },
  ".cm-panels": {
    backgroundColor: "var(--sunken)",
    color: "var(--ink)",
    borderColor: "var(--border)",
  },
  ".cm-panel.cm-search": { fontFamily: "inherit", padding: "6px 10px" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": {
    fontSize: "12px",
  },
  ".cm-textfield": {
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "6px",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "6px",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warning-soft)" },
  ".cm-searchMatch-selected, .cm-selectionMatch": { backgroundColor: "var(--accent-soft)" },
  ".cm-gutter-lint": { width: "14px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 2px" },
  ".cm-lint-marker-error": {
    content: '""',
    width: "8px",
    height: "8px",
    marginTop: "6px",
    borderRadius: "50%",
    backgroundColor: "var(--danger)",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--danger)" },
});

export const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent-strong)", fontWeight: "500" },
  { tag: tags.string, color: "var(--warning)" },
  // A quoted name is a name, not a text.
  { tag: tags.special(tags.string), color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--chart-3)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.standard(tags.name)], color: "var(--chart-3)" },
  { tag: [tags.operator, tags.punctuation], color: "var(--muted)" },
]);
