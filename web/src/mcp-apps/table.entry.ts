import { start } from "./start";
import { TableApp } from "./table-app";

start("table", (root, host) => new TableApp(root, host));
