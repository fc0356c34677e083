import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";

export interface View {
  x: number;
  y: number;
  zoom: number;
}

const LEAST = 0.15;
// On a small screen a picture begins no smaller than this, at its left, instead of whole.
const NARROW = 480;
const READABLE = 0.75;
const MOST = 2.5;
const STEP = 60;
const BY = 1.25;

/** What of a picture is seen: moved by pointer and arrow keys, nearer and farther by wheel and keys. */
export function useView(width: number, height: number) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ x: 0, y: 0, zoom: 1 });
  const drag = useRef<{ x: number; y: number }>(undefined);

  const fit = useCallback(() => {
    const seen = box.current;
    if (!seen || width === 0 || height === 0) {
      return;
    }
    const zoom = clamp(Math.min(seen.clientWidth / width, seen.clientHeight / height, 1));
    setView({
      x: (seen.clientWidth - width * zoom) / 2,
      y: (seen.clientHeight - height * zoom) / 2,
      zoom,
    });
  }, [width, height]);

  useEffect(() => {
    fit();
    const seen = box.current;
    if (seen && seen.clientWidth < NARROW && width * READABLE > seen.clientWidth) {
      setView({ x: 0, y: (seen.clientHeight - height * READABLE) / 2, zoom: READABLE });
    }
  }, [fit, width, height]);

  const zoomAt = useCallback((by: number, x?: number, y?: number) => {
    setView((before) => {
      const zoom = clamp(before.zoom * by);
      const atX = x ?? (box.current?.clientWidth ?? 0) / 2;
      const atY = y ?? (box.current?.clientHeight ?? 0) / 2;
      const ratio = zoom / before.zoom;
      return { zoom, x: atX - (atX - before.x) * ratio, y: atY - (atY - before.y) * ratio };
    });
  }, []);

  const move = useCallback((x: number, y: number) => {
    setView((before) => ({ ...before, x: before.x + x, y: before.y + y }));
  }, []);

  // A wheel with a key held zooms; without one it goes on scrolling the page.
  useEffect(() => {
    const seen = box.current;
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
        zoomAt(event.deltaY < 0 ? BY : 1 / BY, event.clientX - left, event.clientY - top);
      }
    };
    seen?.addEventListener("wheel", turn, { passive: false });
    return () => {
      seen?.removeEventListener("wheel", turn);
    };
  }, [zoomAt]);

  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => {
        move(STEP, 0);
      },
      ArrowRight: () => {
        move(-STEP, 0);
      },
      ArrowUp: () => {
        move(0, STEP);
      },
      ArrowDown: () => {
        move(0, -STEP);
      },
      "+": () => {
        zoomAt(BY);
      },
      "=": () => {
        zoomAt(BY);
      },
      "-": () => {
        zoomAt(1 / BY);
      },
      "0": fit,
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button === 0 && !(event.target as Element).closest("a, button")) {
      drag.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) {
      move(event.clientX - drag.current.x, event.clientY - drag.current.y);
      drag.current = { x: event.clientX, y: event.clientY };
    }
  };
  const onPointerUp = () => {
    drag.current = undefined;
  };

  return {
    box,
    view,
    fit,
    nearer: () => {
      zoomAt(BY);
    },
    farther: () => {
      zoomAt(1 / BY);
    },
    handlers: {
      onKeyDown,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
    },
  };
}

function clamp(zoom: number): number {
  return Math.min(MOST, Math.max(LEAST, zoom));
}
