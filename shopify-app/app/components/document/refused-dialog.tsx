import type { DocumentKind } from "#domain/merchant";
import { BlockStack, Text } from "@shopify/polaris";
import { findingsWords } from "../../wording/findings.ts";
import { Dialog } from "../dialog.tsx";
import { FindingTexts } from "../findings/finding-texts.tsx";
import type { ShownFinding } from "../findings/shown-finding.ts";

const words = findingsWords.refused;

interface RefusedDialogProps {
  readonly kind: DocumentKind;
  readonly errors: readonly ShownFinding[];
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

/** Answers who wants to issue what cannot be issued yet. */
export const RefusedDialog = ({ kind, errors, onCheck, onClose }: RefusedDialogProps) => (
  <Dialog
    title={words.title(kind)}
    onClose={onClose}
    primaryAction={{ content: findingsWords.check, onAction: onCheck }}
  >
    <BlockStack gap="300">
      <Text as="p">{words.text(errors.length)}</Text>
      <FindingTexts findings={errors} />
    </BlockStack>
  </Dialog>
);
