/** At most `maxLines` lines and `maxCharacters` characters, cut between words where one is near; "…" says that more was written. */
export function shorten(
  text: string,
  { maxCharacters, maxLines }: { readonly maxCharacters: number; readonly maxLines: number },
): string {
  const whole = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const lines = whole.split("\n").slice(0, maxLines).join("\n");
  const characters = Array.from(lines);
  if (characters.length <= maxCharacters) return lines === whole ? whole : `${lines.trim()} …`;
  const cut = characters.slice(0, maxCharacters).join("");
  const lastSpace = cut.search(/\s\S*$/);
  const kept = lastSpace > cut.length - 40 ? cut.slice(0, lastSpace) : cut;
  return `${kept.trim()} …`;
}
