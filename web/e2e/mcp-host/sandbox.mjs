// Between the host and the page: writes the page into a frame and passes messages on.
const RESERVED = "ui/notifications/sandbox-";
const hostOrigin = new URL(document.referrer).origin;
const inner = document.querySelector("iframe");

window.addEventListener("message", (event) => {
  if (event.source === window.parent && event.origin === hostOrigin) {
    if (event.data?.method === `${RESERVED}resource-ready`) {
      const page = inner.contentDocument;
      page.open();
      page.write(event.data.params.html);
      page.close();
      return;
    }
    inner.contentWindow.postMessage(event.data, "*");
    return;
  }
  if (event.source === inner.contentWindow && !event.data?.method?.startsWith(RESERVED)) {
    window.parent.postMessage(event.data, hostOrigin);
  }
});

window.parent.postMessage(
  { jsonrpc: "2.0", method: `${RESERVED}proxy-ready`, params: {} },
  hostOrigin,
);
