import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "@/ui/error-boundary";
import { SignedIn } from "@/identity/SignedIn";
import { Pages } from "./Pages";
import { texts } from "./texts";
import "./index.css";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary what={texts.page}>
        <SignedIn>
          <Pages />
        </SignedIn>
      </ErrorBoundary>
    </StrictMode>,
  );
}
