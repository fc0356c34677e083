import { Component, type ReactNode } from "react";
import { texts } from "./texts";

interface ErrorBoundaryProps {
  what: string;
  children: ReactNode;
}

/** Keeps the failure of one part from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <div role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-sm text-danger">
        {texts.notShown(this.props.what)}
      </div>
    );
  }
}
