import { Spinner } from "@wordpress/components";
import type { ReactNode } from "react";
import type { Loaded } from "../api/use-load.ts";
import { ProblemBanner } from "./problem-banner.tsx";

interface LoadedViewProps<Value> {
  readonly loaded: Loaded<Value>;
  /** What is being loaded: "Loading the orders…". */
  readonly text: string;
  readonly children: (value: Value) => ReactNode;
}

/** What was loaded, or why it is not there. What was there before stays until the new is. */
export function LoadedView<Value>({ loaded, text, children }: LoadedViewProps<Value>) {
  const { value, problem, reload, isLoading } = loaded;
  return (
    <>
      {problem && <ProblemBanner problem={problem} onRetry={isLoading ? undefined : reload} />}
      {value === undefined && isLoading && (
        <output className="docket-loading">
          <Spinner />
          <span>{text}</span>
        </output>
      )}
      {value !== undefined && (
        <div className="docket-loaded" aria-busy={isLoading}>
          {children(value)}
        </div>
      )}
    </>
  );
}
