/** Ends a request with this status: a thrown Response is Remix's way out of a loader or an action. */
export function refuse(status: number, message = ""): never {
  // oxlint-disable-next-line typescript/only-throw-error
  throw new Response(message, { status });
}
