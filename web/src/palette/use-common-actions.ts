import { useContext } from "react";
import { goTo } from "@/chat/route";
import { ChatContext } from "@/chat/use-chat";
import { useTheme } from "@/theme/theme";
import { useActions } from "./actions";
import { texts } from "./texts";

/** What can be done on every page. */
export function useCommonActions(): void {
  const chats = useContext(ChatContext);
  const { choose } = useTheme();
  useActions([
    {
      id: "new",
      name: texts.newQuestion,
      run: () => {
        chats.begin();
        goTo("");
      },
    },
    ...(["light", "dark", "system"] as const).map((theme) => ({
      id: theme,
      name: texts[theme],
      run: () => {
        choose(theme);
      },
    })),
  ]);
}
