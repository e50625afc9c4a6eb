import { useEffect, useRef, useState } from "@wordpress/element";

const DELAY_MS = 300;

/** What is typed in a search field: at once on the screen, a moment later in `onSearch`. */
export function useDelayedSearch(search: string, onSearch: (text: string) => void) {
  const [text, setText] = useState(search);
  const [lastSearch, setLastSearch] = useState(search);
  const [isTyping, setIsTyping] = useState(false);
  const latestRef = useRef(onSearch);
  const timerRef = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latestRef.current = onSearch;
  });

  // Another search by other means, such as the back button: the field shows it, unless more is being typed.
  if (search !== lastSearch) {
    setLastSearch(search);
    if (!isTyping) setText(search);
  }

  const type = (typed: string) => {
    setText(typed);
    setIsTyping(true);
    clearTimeout(timerRef.current);
    timerRef.current = setTimeout(() => {
      setIsTyping(false);
      latestRef.current(typed);
    }, DELAY_MS);
  };
  return [text, type] as const;
}
