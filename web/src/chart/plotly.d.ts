/** The small part of Plotly that we use. */
declare module "plotly.js-basic-dist-min" {
  export interface PlotlyModule {
    react(
      element: HTMLElement,
      data: readonly object[],
      layout: object,
      config: object,
    ): Promise<unknown>;
    purge(element: HTMLElement): void;
    Plots: { resize(element: HTMLElement): void };
  }
  const Plotly: PlotlyModule;
  export default Plotly;
}
