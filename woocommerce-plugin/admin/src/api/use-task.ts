import { useState } from "@wordpress/element";

/** One thing at a time that takes a while, with the words to say meanwhile. */
export function useTask() {
  const [text, setText] = useState<string | null>(null);
  return {
    text,
    setText,
    run: async <Value>(running: string, work: () => Promise<Value>): Promise<Value> => {
      setText(running);
      try {
        return await work();
      } finally {
        setText(null);
      }
    },
  };
}
