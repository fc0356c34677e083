import { inLanguage } from "@/language";
import { inSeconds } from "@/language/format";

export const texts = inLanguage({
  en: {
    signedInAs: (name: string) => `Signed in as ${name}`,
    noRoles: "no roles",
    signOut: "Sign out",
    heading: "Sign in to Alidade",
    lead: "Ask your data in plain words, and see how each answer came about.",
    ended: "Your session has ended. Sign in again to go on where you were.",
    signIn: "Sign in",
    name: "Name",
    password: "Password",
    show: "Show the password",
    hide: "Hide the password",
    wait: (seconds: number) => `Wait ${inSeconds(seconds)}`,
    howTo:
      "Who runs this server gives out names and passwords. Programs and agents come in with an API key.",
  },
});
