/** The small part of Plotly that we use. */
interface PlotlyModule {
  react(element: HTMLElement, figure: object): Promise<unknown>;
  purge(element: HTMLElement): void;
  register(module: object): void;
}

declare module "plotly.js-basic-dist-min" {
  const Plotly: PlotlyModule;
  export default Plotly;
}

declare module "plotly.js-strict-dist-min" {
  const Plotly: PlotlyModule;
  export default Plotly;
}
