import type { DocumentKind } from "#domain/merchant";
import { Banner } from "@shopify/polaris";
import { findingsWords } from "../../wording/findings.ts";

const words = findingsWords.refused;

interface RefusedBannerProps {
  readonly kind: DocumentKind;
  /** How many errors. */
  readonly count: number;
}

/** A draft that the doctor refuses. What is wrong stands below it. */
export const RefusedBanner = ({ kind, count }: RefusedBannerProps) => (
  <Banner tone="critical" title={words.title(kind)}>
    {words.text(count)}
  </Banner>
);
