import { dayIn } from "#domain/calendar";
import type { Clock } from "#domain/workflows";

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone) => dayIn(timeZone, new Date().toISOString()),
  after: (seconds) => new Date(Date.now() + seconds * 1000).toISOString(),
};
