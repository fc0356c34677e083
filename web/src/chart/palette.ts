export interface Palette {
  ink: string;
  muted: string;
  grid: string;
  surface: string;
  /** What land looks like on a map. */
  land: string;
}

/** The theme's colors as they are on the page now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token("ink"),
    muted: token("muted"),
    grid: token("border"),
    surface: token("surface"),
    land: token("hover"),
  };
}
