import { isFields, type Fields } from "./bridge";

const fonts = new Map<Document, CSSStyleSheet>();

/** Takes over how the host looks; what it does not say stays as it was. */
export function applyContext(context: Fields): void {
  const root = document.documentElement;
  if (context.theme === "light" || context.theme === "dark") {
    root.style.colorScheme = context.theme;
  }
  if (typeof context.locale === "string") {
    root.lang = context.locale;
  }
  if (isFields(context.styles)) {
    applyStyles(context.styles);
  }
  if (isFields(context.containerDimensions)) {
    applyRoom(context.containerDimensions);
  }
  if (isFields(context.safeAreaInsets)) {
    const { top, right, bottom, left } = context.safeAreaInsets;
    document.body.style.padding = [top, right, bottom, left]
      .map((inset) => `${String(typeof inset === "number" ? inset : 0)}px`)
      .join(" ");
  }
}

function applyStyles(styles: Fields): void {
  const variables = isFields(styles.variables) ? styles.variables : {};
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith("--") && typeof value === "string") {
      document.documentElement.style.setProperty(name, value);
    }
  }
  if (isFields(styles.css) && typeof styles.css.fonts === "string") {
    applyFonts(styles.css.fonts);
  }
}

/** A constructed sheet takes no `@import`: a font may be the host's, another sheet may not. */
function applyFonts(rules: string): void {
  const sheet = fonts.get(document) ?? new CSSStyleSheet();
  sheet.replaceSync(rules);
  if (!fonts.has(document)) {
    fonts.set(document, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

function applyRoom(dimensions: Fields): void {
  const root = document.documentElement;
  root.classList.toggle("fixed", typeof dimensions.height === "number");
  if (typeof dimensions.maxHeight === "number") {
    root.style.setProperty("--room", `${String(dimensions.maxHeight)}px`);
  }
}
