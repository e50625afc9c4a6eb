const LAYOUT = `
  @page { size: A4; margin: 0 }
  body { margin: 0 }
  img { display: block; width: 210mm; height: 297mm; break-after: page; break-inside: avoid }
  img:last-child { break-after: auto }
`;

/** Opens the browser's printing with these pages. As images, SVGs can run nothing and fetch nothing. */
export async function printPages(pages: readonly string[], title: string): Promise<void> {
  const frame = document.createElement("iframe");
  frame.className = "docket-print";
  frame.title = title;
  document.body.append(frame);
  const inner = frame.contentDocument;
  const view = frame.contentWindow;
  if (inner === null || view === null) return;
  const style = inner.createElement("style");
  style.textContent = LAYOUT;
  inner.head.append(style);
  inner.title = title;
  const urls = pages.map((svg) => URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })));
  const images = urls.map((url) =>
    Object.assign(inner.createElement("img"), { src: url, alt: "" }),
  );
  inner.body.append(...images);
  // A page that cannot be drawn stays white; the others print.
  await Promise.allSettled(images.map((image) => image.decode()));
  view.addEventListener("afterprint", () => {
    frame.remove();
    for (const url of urls) URL.revokeObjectURL(url);
  });
  view.focus();
  view.print();
}
