import { BlockStack, TextField } from "@shopify/polaris";
import { documentsWords as words } from "../../wording/documents.ts";
import { formatDate } from "../format.ts";

interface DateRangeFilterProps {
  /** YYYY-MM-DD, or "". */
  readonly from: string;
  readonly to: string;
  readonly onChange: (range: { from?: string; to?: string }) => void;
}

export const DateRangeFilter = ({ from, to, onChange }: DateRangeFilterProps) => (
  <BlockStack gap="200">
    <TextField
      type="date"
      label={words.filters.from}
      value={from}
      onChange={(date) => onChange({ from: date })}
      autoComplete="off"
    />
    <TextField
      type="date"
      label={words.filters.to}
      value={to}
      onChange={(date) => onChange({ to: date })}
      autoComplete="off"
    />
  </BlockStack>
);

/** "1 Nov 2026 – 30 Nov 2026", "From 1 Nov 2026", "Up to 30 Nov 2026". */
export function dateRangeText(from: string, to: string): string {
  if (from && to) return `${formatDate(from)} – ${formatDate(to)}`;
  return from ? `From ${formatDate(from)}` : `Up to ${formatDate(to)}`;
}
