import type { DocumentKind } from "#domain/merchant";
import { Banner } from "@shopify/polaris";
import { findingsWords } from "../../wording/findings.ts";

const words = findingsWords.refused;

interface RefusedBannerProps {
  readonly kind: DocumentKind;
  /** How many errors. */
  readonly count: number;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/** A draft that the doctor refuses. What is wrong stands in the card beside it. */
export const RefusedBanner = ({ kind, count, isBusy, onCheck }: RefusedBannerProps) => (
  <Banner
    tone="critical"
    title={words.title(kind)}
    action={{ content: findingsWords.check, onAction: onCheck, disabled: isBusy }}
  >
    {words.text(count)}
  </Banner>
);
