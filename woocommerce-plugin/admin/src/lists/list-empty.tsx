import type { ReactNode } from "react";

interface ListEmptyProps {
  readonly heading: string;
  readonly text?: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Stands where a list has nothing, and says what to do. */
export const ListEmpty = ({ heading, text, children }: ListEmptyProps) => (
  <div className="docket-empty">
    <h2>{heading}</h2>
    {text && <p className="docket-quiet">{text}</p>}
    {children && <p className="docket-buttons">{children}</p>}
  </div>
);
