import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const FONT_FILES = [
  "inter/400Regular/Inter_400Regular.ttf",
  "inter/500Medium/Inter_500Medium.ttf",
  "inter/600SemiBold/Inter_600SemiBold.ttf",
  "inter/700Bold/Inter_700Bold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
];

const require = createRequire(import.meta.url);

/** The fonts that a page may use, from the same packages everywhere, so that a document looks alike on every machine. */
export const readFonts = (): Buffer[] =>
  FONT_FILES.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`)));
