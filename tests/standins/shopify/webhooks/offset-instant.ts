/** As the webhooks of billing write an instant: the shop's own time with its offset, "2026-11-21T19:04:05+01:00". */
export function offsetInstant(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const local = format.format(at).replace(" ", "T");
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? "-" : "+"}${pad(hours)}:${pad(rest)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
