import { useRef } from "@wordpress/element";
import type { FocusEvent } from "react";

type TextElement = HTMLInputElement | HTMLTextAreaElement;

const isTextElement = (element: unknown): element is TextElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Remembers which text was last written in, and puts words where its cursor was. */
export function useInsertAtCursor(onInsert: (fieldId: string, text: string) => void) {
  const lastRef = useRef<TextElement | null>(null);
  return {
    onFocus: ({ target }: FocusEvent) => {
      if (isTextElement(target)) lastRef.current = target;
    },
    insert: (words: string, otherwiseId: string) => {
      const remembered = lastRef.current?.isConnected ? lastRef.current : null;
      const element = remembered ?? document.getElementById(otherwiseId);
      if (!isTextElement(element)) return;
      const { value } = element;
      const start = element.selectionStart ?? value.length;
      const end = element.selectionEnd ?? start;
      onInsert(element.id, value.slice(0, start) + words + value.slice(end));
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(start + words.length, start + words.length);
      });
    },
  };
}
