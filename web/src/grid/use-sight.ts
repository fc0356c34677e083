import { useLayoutEffect, useState, type RefObject } from "react";
import { scrolledTo, sightOf, type Sight } from "./window";

/**
 * Which rows are in sight of an element that scrolls, how many can be at most, and a way to bring
 * one into sight.
 */
export function useSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
): { sight: Sight; slots: number; show: (row: number) => void } {
  const [place, setPlace] = useState({ top: 0, height: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) {
      return undefined;
    }
    const look = () => {
      setPlace({ top: element.scrollTop, height: element.clientHeight - headHeight });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, headHeight]);

  const show = (row: number) => {
    const element = scroller.current;
    if (element) {
      const height = element.clientHeight - headHeight;
      element.scrollTo({ top: scrolledTo(row, element.scrollTop, height, count, rowHeight) });
    }
  };

  return {
    sight: sightOf(place.top, place.height, count, rowHeight),
    slots: Math.ceil(place.height / rowHeight) + 1,
    show,
  };
}
