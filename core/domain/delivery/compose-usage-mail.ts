import { nextPeriodStart, type Allowance, type Plan } from "#domain/billing";
import type { Language } from "#domain/merchant";
import { formatDate, formatMoney } from "#domain/presentation";
import type { ComposedMail } from "./mail-transport.ts";
import { escapeHtml, FONT, mailPage } from "./mail-page.ts";

/** What a merchant is told when the month's documents come to their end. */
export interface UsageMail {
  readonly to: string;
  readonly language: Language;
  readonly merchantName: string;
  readonly plan: Plan;
  readonly allowance: Allowance;
  /** Documents issued in this month so far. */
  readonly issued: number;
  /** YYYY-MM. */
  readonly period: string;
  /** Where a larger plan is chosen. */
  readonly planUrl: string;
}

const ACCENT = "#1f4e5f";

/** From Docket to the merchant, in the merchant's language. It says what happens next, and that nothing is lost. */
export function composeUsageMail(mail: UsageMail): ComposedMail {
  const { to, language, merchantName, planUrl } = mail;
  const words = WORDS[language];
  const subject = words.subject(factsOf(mail));
  const body = words.body(factsOf(mail));
  return {
    to,
    replyTo: "",
    bcc: "",
    fromName: "Docket",
    subject,
    text: `${body}\n\n${words.button}: ${planUrl}\n`,
    html: mailPage({
      language,
      subject,
      accentColor: ACCENT,
      name: "Docket",
      body,
      panel: button(words.button, planUrl),
      footer: [merchantName],
    }),
    attachmentNames: [],
  };
}

interface Facts {
  readonly plan: string;
  readonly issued: number;
  readonly included: number;
  readonly isFull: boolean;
  /** The day on which counting starts again. */
  readonly from: string;
  /** Of one document above the plan; null where documents wait. */
  readonly extraPrice: string | null;
  readonly extraCount: number;
}

const factsOf = ({ plan, allowance, issued, period, language }: UsageMail): Facts => ({
  plan: plan.name,
  issued,
  included: allowance.included,
  isFull: issued >= allowance.included,
  from: formatDate(nextPeriodStart(period), language),
  extraPrice:
    allowance.extra && formatMoney(allowance.extra.priceUsd, { currency: "USD", language }),
  extraCount: allowance.extra?.count ?? 0,
});

interface Words {
  readonly button: string;
  subject(facts: Facts): string;
  body(facts: Facts): string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    button: "See your plan",
    subject: ({ issued, included }) => `Docket: ${issued} of ${included} documents used this month`,
    body: (facts) =>
      [
        facts.isFull
          ? `All ${facts.included} documents of your plan ${facts.plan} are used for this month.`
          : `You have issued ${facts.issued} of the ${facts.included} documents that your plan ${facts.plan} includes this month.`,
        facts.extraPrice === null
          ? `${facts.isFull ? "New documents now wait as drafts." : "Once they are used up, new documents wait as drafts."} Nothing is lost: you can issue them from ${facts.from} on, or at once with a larger plan.`
          : `The next ${facts.extraCount} cost ${facts.extraPrice} each, as you agreed. After those, new documents wait as drafts until ${facts.from} or until you choose a larger plan. Nothing is lost.`,
      ].join("\n\n"),
  },
  nl: {
    button: "Bekijk je abonnement",
    subject: ({ issued, included }) =>
      `Docket: ${issued} van ${included} documenten gebruikt deze maand`,
    body: (facts) =>
      [
        facts.isFull
          ? `Alle ${facts.included} documenten van je abonnement ${facts.plan} zijn voor deze maand gebruikt.`
          : `Je hebt deze maand ${facts.issued} van de ${facts.included} documenten van je abonnement ${facts.plan} uitgereikt.`,
        facts.extraPrice === null
          ? `${facts.isFull ? "Nieuwe documenten wachten nu als concept." : "Zijn ze op, dan wachten nieuwe documenten als concept."} Er gaat niets verloren: je kunt ze uitreiken vanaf ${facts.from}, of meteen met een groter abonnement.`
          : `De volgende ${facts.extraCount} kosten elk ${facts.extraPrice}, zoals afgesproken. Daarna wachten nieuwe documenten als concept tot ${facts.from} of tot je een groter abonnement kiest. Er gaat niets verloren.`,
      ].join("\n\n"),
  },
  fr: {
    button: "Voir votre abonnement",
    subject: ({ issued, included }) =>
      `Docket : ${issued} documents sur ${included} utilisés ce mois-ci`,
    body: (facts) =>
      [
        facts.isFull
          ? `Les ${facts.included} documents de votre abonnement ${facts.plan} sont utilisés pour ce mois.`
          : `Vous avez émis ce mois-ci ${facts.issued} des ${facts.included} documents de votre abonnement ${facts.plan}.`,
        facts.extraPrice === null
          ? `${facts.isFull ? "Les nouveaux documents attendent maintenant comme brouillons." : "Une fois épuisés, les nouveaux documents attendent comme brouillons."} Rien n’est perdu : vous pourrez les émettre à partir du ${facts.from}, ou tout de suite avec un abonnement plus grand.`
          : `Les ${facts.extraCount} suivants coûtent ${facts.extraPrice} chacun, comme convenu. Ensuite, les nouveaux documents attendent comme brouillons jusqu’au ${facts.from} ou jusqu’à ce que vous choisissiez un abonnement plus grand. Rien n’est perdu.`,
      ].join("\n\n"),
  },
  de: {
    button: "Tarif ansehen",
    subject: ({ issued, included }) =>
      `Docket: ${issued} von ${included} Dokumenten in diesem Monat verbraucht`,
    body: (facts) =>
      [
        facts.isFull
          ? `Alle ${facts.included} Dokumente Ihres Tarifs ${facts.plan} sind für diesen Monat verbraucht.`
          : `Sie haben in diesem Monat ${facts.issued} der ${facts.included} Dokumente Ihres Tarifs ${facts.plan} ausgestellt.`,
        facts.extraPrice === null
          ? `${facts.isFull ? "Neue Dokumente warten nun als Entwurf." : "Danach warten neue Dokumente als Entwurf."} Nichts geht verloren: Sie können sie ab dem ${facts.from} ausstellen, oder sofort mit einem größeren Tarif.`
          : `Die nächsten ${facts.extraCount} kosten je ${facts.extraPrice}, wie vereinbart. Danach warten neue Dokumente als Entwurf bis zum ${facts.from} oder bis Sie einen größeren Tarif wählen. Nichts geht verloren.`,
      ].join("\n\n"),
  },
};

const button = (label: string, url: string): string =>
  `<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${ACCENT};color:#ffffff;text-decoration:none;${FONT};font-size:15px;font-weight:600">${escapeHtml(label)}</a>`;
