import { start } from "./start";
import { ApprovalApp } from "./approval-app";

start("approval", (root, host) => new ApprovalApp(root, host));
