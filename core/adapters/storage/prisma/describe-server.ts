/** Where a database URL leads, without its password: for logs and for people. */
export function describeServer(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL at ${hostname}:${port || "5432"}${pathname}`;
}

/** Node reports a host that refuses on several addresses as an error with an empty message. */
export function explainRefusal(url: string, cause: unknown): Error {
  const errors: readonly unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  const reasons = errors.map((error) => (error instanceof Error ? error.message : String(error)));
  return new Error(`Cannot connect to ${describeServer(url)}: ${reasons.join("; ")}`, { cause });
}
