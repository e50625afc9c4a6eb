import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "success" | "warning" | "error";

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

export const Badge = ({ tone = "neutral", children }: BadgeProps) => (
  <span className={`docket-badge is-${tone}`}>{children}</span>
);
