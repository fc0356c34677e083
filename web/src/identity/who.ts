import { createContext, useContext } from "react";
import type { WhoAmI } from "@/api/types";

export interface Who {
  /** Undefined while the server lets everybody in, or cannot be asked. */
  caller: WhoAmI | undefined;
  signOut: () => void;
}

export const WhoContext = createContext<Who>({ caller: undefined, signOut: () => undefined });

export function useWho(): Who {
  return useContext(WhoContext);
}
