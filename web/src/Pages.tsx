import { lazy, Suspense } from "react";
import { DropAnywhere } from "@/explore/DropAnywhere";
import { Frame } from "@/frame/Frame";
import { partsOf, useHash } from "@/frame/hash";
import { App } from "./App";
import { PAGES } from "./pages";

const SHOWN = PAGES.map((page) => ({ ...page, Content: lazy(page.load) }));

/** The page that the address names. */
export function Pages() {
  const hash = useHash();
  for (const { address, place, bare, Content } of SHOWN) {
    const parts = partsOf(address, hash);
    if (parts) {
      const content = (
        <Suspense>
          <Content parts={parts} />
        </Suspense>
      );
      return bare ? (
        content
      ) : (
        <Frame current={place} guided={place !== undefined}>
          {content}
          <DropAnywhere />
        </Frame>
      );
    }
  }
  return (
    <Frame current={undefined} guided>
      <App />
      <DropAnywhere />
    </Frame>
  );
}
