/** WCAG 2.2 relative luminance of "#rrggbb": 0 is black, 1 is white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (color: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

const INK = "#111827";
const WHITE = "#ffffff";

/** WCAG 2.2 contrast ratio, from 1 to 21. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** How well `color` reads on white paper: 1 is invisible, 21 is black. */
export const contrastOnWhite = (color: string): number => contrast(color, WHITE);

/** White or ink, whichever reads better on `color`. */
export const textColorOn = (color: string): string =>
  contrast(color, WHITE) >= 4.5 || contrast(color, WHITE) >= contrast(color, INK) ? WHITE : INK;

/** `color` darkened until it reads well as text on white paper (WCAG AA, 4.5 : 1). */
export function readableOnWhite(color: string): string {
  for (let share = 20; share > 0; share -= 1) {
    const darker = `#${channels(color)
      .map((channel) =>
        Math.round((channel * share) / 20)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
    if (contrast(darker, WHITE) >= 4.5) return darker;
  }
  return INK;
}
