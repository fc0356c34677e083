type Child = Node | string;

interface Settings {
  class?: string;
  text?: string;
  attributes?: Record<string, string>;
  onClick?: () => void;
}

/** One element. Text only ever becomes text: no value is read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  settings: Settings = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (settings.class) {
    made.className = settings.class;
  }
  for (const [name, value] of Object.entries(settings.attributes ?? {})) {
    made.setAttribute(name, value);
  }
  if (settings.text !== undefined) {
    made.textContent = settings.text;
  }
  if (settings.onClick) {
    made.addEventListener("click", settings.onClick);
  }
  made.append(...children);
  return made;
}

export function button(label: string, onClick: () => void, kind = "plain"): HTMLButtonElement {
  return element("button", { class: kind, text: label, attributes: { type: "button" }, onClick });
}

/** One element of a drawing. */
export function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(
      name,
      typeof value === "number" ? String(Math.round(value * 100) / 100) : value,
    );
  }
  made.append(...children);
  return made;
}
