import { useState } from "@wordpress/element";
import type { DocumentSummary } from "#domain/workflows";

export interface Selection {
  readonly rows: readonly DocumentSummary[];
  readonly isAll: boolean;
  readonly has: (documentId: string) => boolean;
  readonly set: (documentId: string, isSelected: boolean) => void;
  readonly setAll: (isSelected: boolean) => void;
  readonly clear: () => void;
}

/** The selected rows of this page, and of no other: an action never reaches what is not on the screen. */
export function useSelection(rows: readonly DocumentSummary[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter(({ documentId }) => ids.has(documentId));
  return {
    rows: selected,
    isAll: rows.length > 0 && selected.length === rows.length,
    has: (documentId) => ids.has(documentId),
    set: (documentId, isSelected) =>
      setIds((current) => {
        const next = new Set(current);
        if (isSelected) next.add(documentId);
        else next.delete(documentId);
        return next;
      }),
    setAll: (isSelected) =>
      setIds(new Set(isSelected ? rows.map(({ documentId }) => documentId) : [])),
    clear: () => setIds(new Set()),
  };
}
