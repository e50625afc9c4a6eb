import { Component } from "@wordpress/element";
import type { ReactNode } from "react";
import { Banner } from "../parts/banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { frameWords } from "../wording/frame.ts";

interface CrashViewProps {
  readonly children: ReactNode;
}

/** Instead of an empty page, when a mistake of ours ends the drawing of a screen. */
export class CrashView extends Component<CrashViewProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Banner status="error" title={frameWords.crashed.title}>
        <p>{frameWords.crashed.text}</p>
        <p>
          <PushButton onClick={() => window.location.reload()}>{frameWords.reload}</PushButton>
        </p>
      </Banner>
    );
  }
}
