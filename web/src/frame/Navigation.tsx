import { MessageCircleQuestionMark } from "lucide-react";
import { conversationAddress } from "@/chat/route";
import { useChatView } from "@/chat/use-chat";
import { PAGES, type Place } from "@/pages";
import { cn } from "@/ui/cn";
import { Logo } from "@/ui/logo";
import { texts } from "./texts";

const ASK: Place = { name: texts.ask, href: "#/", icon: MessageCircleQuestionMark };

const PLACES: readonly Place[] = [ASK, ...PAGES.flatMap((page) => page.place ?? [])];

/** Whether there is anywhere else to go. */
export const hasPlaces = PLACES.length > 1;

interface NavigationProps {
  /** The page that is open; none for the one for questions. */
  current: Place | undefined;
  /** A rail at the side where there is room, a bar at the foot where there is not. */
  side: boolean;
}

export function Navigation({ current = ASK, side }: NavigationProps) {
  const { chat } = useChatView();
  // From elsewhere one comes back to the conversation that was open; from there, to a new one.
  const askHref = current === ASK ? ASK.href : conversationAddress(chat.id ?? "");
  return (
    <nav
      aria-label={texts.pages}
      className={cn(
        "flex shrink-0 bg-paper",
        side
          ? "w-19 flex-col items-center gap-1 border-r py-3"
          : "border-t px-2 pb-[env(safe-area-inset-bottom)]",
      )}
    >
      {side && <Logo className="mb-3 size-7" />}
      {PLACES.map((place) => (
        <a
          key={place.href}
          href={place === ASK ? askHref : place.href}
          aria-current={place.href === current.href ? "page" : undefined}
          className={cn(
            "flex flex-col items-center gap-1 rounded-lg py-2 text-[11px] font-medium [&_svg]:size-5",
            side ? "w-16" : "flex-1",
            place.href === current.href
              ? "bg-accent-soft text-accent-strong"
              : "text-muted hover:bg-hover hover:text-ink",
          )}
        >
          <place.icon aria-hidden="true" />
          {place.name}
        </a>
      ))}
    </nav>
  );
}
