import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
}

export function Menu({ trigger, children }: MenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-44 animate-fade rounded-lg border bg-surface p-1 shadow-card"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** What stands above the items and cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="border-b px-2.5 pt-1.5 pb-2 text-sm">{children}</Primitive.Label>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ onSelect, children }: MenuItemProps) {
  return (
    <Primitive.Item
      onSelect={onSelect}
      className="flex cursor-pointer items-center gap-2 rounded-md px-2.5 py-1.5 text-sm outline-none select-none data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
    >
      {children}
    </Primitive.Item>
  );
}
