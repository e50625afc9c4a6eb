/** Typst stacks the pages in one picture: a sheet of white, then the page's content moved down to it, then shared glyphs. */
const PAGE =
  /\n {4}<path class="typst-shape"[^>]*\/>\n {4}<g(?: transform="[^"]*")?>\n[\s\S]*?\n {4}<\/g>/g;
const PICTURE =
  /^(<svg [^>]*?)viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"([^>]*>)/;

/** One SVG per page. Each brings the glyphs of all pages, so that it can stand alone. */
export function splitPages(svg: string): readonly string[] {
  const opening = PICTURE.exec(svg);
  const pages = svg.match(PAGE);
  if (opening === null || pages === null) throw new Error("Typst wrote an SVG of another shape");
  const [, before = "", width = "", totalHeight = "", after = ""] = opening;
  const height = Number(totalHeight) / pages.length;
  const glyphs = svg.slice(svg.indexOf("\n    <defs"));
  return pages.map((page) => {
    const content = page.replace(/\n {4}<g transform="[^"]*">/, "\n    <g>");
    const size = `viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`;
    return `${before}${size}${after}${content}${glyphs}`;
  });
}
