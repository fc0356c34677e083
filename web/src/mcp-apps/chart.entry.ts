import { start } from "./start";
import { ChartApp } from "./chart-app";

start("chart", (root, host) => new ChartApp(root, host));
