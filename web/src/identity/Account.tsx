import { LogOut } from "lucide-react";
import { Button } from "@/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { texts } from "./texts";
import { useWho } from "./who";

/** Who is signed in, and the way out; nothing while everybody is let in. */
export function Account() {
  const { caller, signOut } = useWho();
  if (!caller) {
    return null;
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={texts.signedInAs(caller.name)}>
          <span
            aria-hidden="true"
            className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong uppercase"
          >
            {caller.name.slice(0, 1)}
          </span>
        </Button>
      }
    >
      <MenuLabel>
        <span className="block max-w-56 truncate font-medium">{caller.name}</span>
        <span className="block max-w-56 truncate text-xs text-muted">
          {caller.roles.length > 0 ? caller.roles.join(", ") : texts.noRoles}
        </span>
      </MenuLabel>
      {caller.method === "session" && (
        <MenuItem onSelect={signOut}>
          <LogOut /> {texts.signOut}
        </MenuItem>
      )}
    </Menu>
  );
}
