/** What an operator should see: one line on standard error. Never a token, a mail's text or a customer's name. */
export function report(where: string, problem: unknown): void {
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(`${new Date().toISOString()} ${where}: ${text}\n`);
}
