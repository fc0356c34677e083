/** How many colors the theme has for series; more series begin again. */
export const SERIES_COLORS = 6;

export interface Palette {
  ink: string;
  muted: string;
  grid: string;
  surface: string;
  series: string[];
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
    series: Array.from({ length: SERIES_COLORS }, (_, index) =>
      token(`chart-${String(index + 1)}`),
    ),
  };
}
