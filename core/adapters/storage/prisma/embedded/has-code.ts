/** Whether the error is the system's or PostgreSQL's failure with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
