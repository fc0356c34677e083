import type { ReactNode } from "react";
import type { Place } from "@/pages";
import { Palette } from "@/palette/Palette";
import { Tour } from "@/tour/Tour";
import { useMedia } from "@/ui/use-media";
import { hasPlaces, Navigation } from "./Navigation";

interface FrameProps {
  current: Place | undefined;
  /** Whether somebody new is shown around here. */
  guided: boolean;
  children: ReactNode;
}

/** A page and the navigation beside it, or below it on a narrow screen. */
export function Frame({ current, guided, children }: FrameProps) {
  const medium = useMedia("(min-width: 800px)");
  return (
    // What lies hidden in a part that scrolls must not make the page itself scroll.
    <div className="relative flex h-dvh flex-col overflow-clip">
      <div className="flex min-h-0 flex-1">
        {hasPlaces && medium && <Navigation current={current} side />}
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="flex min-h-0 flex-1">{children}</div>
          {guided && <Tour />}
        </div>
      </div>
      {hasPlaces && !medium && <Navigation current={current} side={false} />}
      <Palette />
    </div>
  );
}
