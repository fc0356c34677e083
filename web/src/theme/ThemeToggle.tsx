import { Monitor, Moon, Sun } from "lucide-react";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { useTheme } from "./theme";

export function ThemeToggle() {
  const { choice, dark, choose } = useTheme();
  const Icon = choice === "system" ? Monitor : dark ? Moon : Sun;
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={`Theme: ${choice}`}>
          <Icon />
        </Button>
      }
    >
      <MenuItem
        onSelect={() => {
          choose("light");
        }}
      >
        <Sun /> Light
      </MenuItem>
      <MenuItem
        onSelect={() => {
          choose("dark");
        }}
      >
        <Moon /> Dark
      </MenuItem>
      <MenuItem
        onSelect={() => {
          choose("system");
        }}
      >
        <Monitor /> As the system
      </MenuItem>
    </Menu>
  );
}
