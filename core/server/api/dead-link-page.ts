import type { Language } from "#domain/merchant";

const WORDS: Readonly<Record<Language, readonly [title: string, text: string]>> = {
  nl: [
    "Deze link werkt niet meer",
    "Een link naar een document is 30 dagen geldig. Vraag de winkel om een nieuwe, of open het document in uw account.",
  ],
  fr: [
    "Ce lien n’est plus valable",
    "Un lien vers un document est valable 30 jours. Demandez-en un nouveau à la boutique ou ouvrez le document dans votre compte.",
  ],
  de: [
    "Dieser Link ist nicht mehr gültig",
    "Ein Link zu einem Dokument gilt 30 Tage. Bitten Sie den Shop um einen neuen oder öffnen Sie das Dokument in Ihrem Konto.",
  ],
  en: [
    "This link no longer works",
    "A link to a document is good for 30 days. Ask the shop for a new one, or open the document in your account.",
  ],
};

const sections = Object.entries(WORDS)
  .map(
    ([language, [title, text]]) =>
      `<section lang="${language}"><h2>${title}</h2><p>${text}</p></section>`,
  )
  .join("\n");

/** In four languages, because nobody says who is looking. */
export const deadLinkPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${WORDS.en[0]}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1d2327; background: #fff; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.25rem; }
p { margin: 0; }
</style>
</head>
<body>
<main>
${sections}
</main>
</body>
</html>
`;
