import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "@/ui/error-boundary";
import { SignedIn } from "@/identity/SignedIn";
import { App } from "./App";
import "./index.css";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary what="This page">
        <SignedIn>
          <App />
        </SignedIn>
      </ErrorBoundary>
    </StrictMode>,
  );
}
