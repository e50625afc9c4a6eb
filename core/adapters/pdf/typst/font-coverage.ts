/** Says whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/** Reads which characters the fonts can draw, from their `cmap` tables (OpenType 1.9, formats 4 and 12). */
export function fontCoverage(fonts: readonly Buffer[]): Coverage {
  const covered = new Set<number>();
  for (const font of fonts) {
    for (const codePoint of codePointsOf(font)) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
}

function* codePointsOf(font: Buffer): Generator<number> {
  const cmap = findTable(font, "cmap");
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    const format = font.readUInt16BE(subtable);
    if (format === 4) yield* segments(font, subtable);
    if (format === 12) yield* groups(font, subtable);
  }
}

function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 4: segments of the basic plane. A glyph 0 inside a segment is a hole. */
function* segments(font: Buffer, subtable: number): Generator<number> {
  const bytes = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const start = font.readUInt16BE(starts + at);
    const delta = font.readUInt16BE(deltas + at);
    const offset = font.readUInt16BE(offsets + at);
    for (let code = start; code <= font.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const stored =
        offset === 0 ? code : font.readUInt16BE(offsets + at + offset + 2 * (code - start));
      if (stored !== 0 && (stored + delta) % 0x10000 !== 0) yield code;
    }
  }
}

/** Format 12: groups of any plane. */
function* groups(font: Buffer, subtable: number): Generator<number> {
  const count = font.readUInt32BE(subtable + 12);
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) yield code;
  }
}
