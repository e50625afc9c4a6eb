export type { LogoImage } from "./document-compiler.ts";
export { typstRenderer } from "./typst-renderer.ts";
