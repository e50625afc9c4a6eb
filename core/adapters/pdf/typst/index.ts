export type { LogoImage } from "./document-compiler.ts";
export { typstRenderer, type TypstOptions, type TypstRenderer } from "./typst-renderer.ts";
