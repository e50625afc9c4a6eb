import type { Coverage } from "./font-coverage.ts";

/** Stands for a letter that no font has. */
const MISSING = "□";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Every text of a document, made drawable; keys and other values stay. */
export function drawable<Value>(value: Value, covers: Coverage): Value;
export function drawable(value: unknown, covers: Coverage): unknown {
  if (typeof value === "string") return drawableText(value, covers);
  if (Array.isArray(value)) return value.map((each) => drawable(each, covers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, drawable(each, covers)]),
  );
}

/**
 * PDF/A allows no character without a glyph, so one character that no font has must not stop an invoice. An unknown letter
 * becomes a box; emoji, which only decorate, go, and so do invisible controls, which could turn a line around.
 */
export function drawableText(text: string, covers: Coverage): string {
  if (isDrawable(text, covers)) return text;
  const visible = text.normalize("NFC").replace(CONTROLS, "");
  const drawn = [...graphemes.segment(visible)]
    .map(({ segment }) => {
      if (isDrawable(segment, covers)) return segment;
      return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment) ? "" : MISSING;
    })
    .join("");
  return drawn.trim() === "" && visible.trim() !== "" ? MISSING : drawn;
}

/** All controls but the line break, and the marks that override or isolate a direction. */
const CONTROLS = /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

function isDrawable(text: string, covers: Coverage): boolean {
  for (const character of text) {
    if (character !== "\n" && !covers(character.codePointAt(0) ?? 0)) return false;
  }
  return !CONTROLS_ONCE.test(text);
}

const CONTROLS_ONCE = new RegExp(CONTROLS.source, "u");
