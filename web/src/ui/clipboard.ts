/** Copies text, also where the page is not served over HTTPS and the clipboard API is absent. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  try {
    // The only way that a page on plain HTTP has.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("copy");
  } finally {
    area.remove();
  }
}
