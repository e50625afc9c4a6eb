import QRCode from "qrcode";

/** EPC069-12: level M, at most version 13. */
const MAX_VERSION = 13;

/** A QR code as SVG, one path of dark runs, or "" when the payload is empty or too long for the standard. */
export function qrSvg(payload: string): string {
  if (payload === "") return "";
  const { modules, version } = QRCode.create(payload, { errorCorrectionLevel: "M" });
  if (version > MAX_VERSION) return "";
  const { size, data } = modules;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (data[y * size + x] !== 1) continue;
      let width = 1;
      while (x + width < size && data[y * size + x + width] === 1) width += 1;
      path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`;
}
