import { Await } from "@remix-run/react";
import { Suspense, useSyncExternalStore, type ReactElement, type ReactNode } from "react";

interface DeferredProps<Value> {
  readonly resolve: Promise<Value>;
  readonly fallback: ReactElement;
  readonly errorElement: ReactElement;
  readonly children: (value: Awaited<Value>) => ReactNode;
}

/**
 * Data that comes after the page. The server sends the fallback and then the data in the same answer; the content is first
 * rendered once React has taken over. Polaris' providers change right then, which would make React throw away (error 421)
 * a boundary that came from the server and still waits.
 */
export function Deferred<Value>({
  resolve,
  fallback,
  errorElement,
  children,
}: DeferredProps<Value>) {
  const isTakenOver = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!isTakenOver) return fallback;
  return (
    <Suspense fallback={fallback}>
      <Await<Promise<Value>> resolve={resolve} errorElement={errorElement}>
        {children}
      </Await>
    </Suspense>
  );
}

const neverChanges = () => () => undefined;
