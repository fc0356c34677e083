import type { Step } from "./tour-store";

const POINTED_MILLIS = 2_600;
const PATIENCE_MILLIS = 3_000;
const LOOK_MILLIS = 100;
const FOCUSABLE = "textarea, button, a[href], input, select";

function placeOf(step: Step): HTMLElement | undefined {
  const places = [...document.querySelectorAll<HTMLElement>(`[data-tour="${step}"]`)];
  return places.filter((place) => place.offsetParent !== null).at(-1);
}

function point(place: HTMLElement): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  const target = place.matches(FOCUSABLE) ? place : place.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus({ preventScroll: true });
  place.classList.add("tour-pointed");
  setTimeout(() => {
    place.classList.remove("tour-pointed");
  }, POINTED_MILLIS);
}

/** Opens a page, unless it is open already, or one below it where that does as well. */
export function openPage(address: string, orBelow: boolean): void {
  if (!(orBelow && window.location.hash.startsWith(address))) {
    window.location.hash = address;
  }
}

/** Shows the place where a step is done, once its page is there; says whether there is one. */
export async function pointAt(step: Step): Promise<boolean> {
  const latest = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const place = placeOf(step);
    if (place) {
      point(place);
      return true;
    }
    if (Date.now() > latest) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
  }
}
