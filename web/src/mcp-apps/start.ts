import "./style.css";
import { Host, type View } from "./host";

/** Puts a view on the page and connects it with the host. */
export function start(name: string, make: (root: HTMLElement, host: Host) => View): void {
  const host = new Host();
  void host.open(name, make(document.body, host));
}
