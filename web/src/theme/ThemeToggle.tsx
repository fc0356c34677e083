import { Monitor, Moon, Sun } from "lucide-react";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { texts } from "./texts";
import { useTheme } from "./theme";

export function ThemeToggle() {
  const { choice, dark, choose } = useTheme();
  const Icon = choice === "system" ? Monitor : dark ? Moon : Sun;
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={texts.theme[choice]}
          title={texts.theme[choice]}
        >
          <Icon />
        </Button>
      }
    >
      <MenuItem
        onSelect={() => {
          choose("light");
        }}
      >
        <Sun /> {texts.light}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          choose("dark");
        }}
      >
        <Moon /> {texts.dark}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          choose("system");
        }}
      >
        <Monitor /> {texts.system}
      </MenuItem>
    </Menu>
  );
}
