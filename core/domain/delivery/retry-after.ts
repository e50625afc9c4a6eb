const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 6 * 60 * 60;
const MOST_ATTEMPTS = 16;

/** Seconds until the next try after `attempts` failed ones: doubling to six hours, about two days in all; then null. */
export function retryAfterSeconds(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS);
}
