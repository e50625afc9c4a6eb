import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import { brandWords } from "../../wording/settings.ts";
import { FormText } from "../form/fields.tsx";
import type { SettingsForm } from "../form/use-settings-form.ts";
import { SectionCard } from "../section-card.tsx";
import { contrastOnWhite } from "#domain/presentation";

const words = brandWords.color;
/** WCAG 2.2, 1.4.11: what large titles and lines need. */
const LEAST_CONTRAST = 3;

interface ColorCardProps {
  readonly form: SettingsForm<{ readonly brand: { readonly color: string } }>;
}

export function ColorCard({ form }: ColorCardProps) {
  const { color } = form.values.brand;
  const shown = /^#[0-9a-f]{6}$/i.test(color) ? color : "#000000";
  return (
    <SectionCard title={words.title} text={words.text}>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400" alignItems="start">
        <FormText
          form={form}
          path="brand.color"
          label={words.label}
          helpText={contrastOnWhite(shown) < LEAST_CONTRAST ? words.tooLight : words.help}
          maxLength={7}
          connectedLeft={
            <input
              type="color"
              className="colour-input"
              aria-label={words.pick}
              value={shown}
              onChange={({ target }) => form.write("brand.color", target.value)}
            />
          }
        />
        <Box padding="400" borderWidth="025" borderColor="border" borderRadius="200">
          <BlockStack gap="200">
            <span style={{ color: shown }}>
              <Text as="span" variant="headingLg">
                {words.sample}
              </Text>
            </span>
            <div style={{ blockSize: 3, background: shown }} />
          </BlockStack>
        </Box>
      </InlineGrid>
    </SectionCard>
  );
}
