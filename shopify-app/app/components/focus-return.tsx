import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type ReactNode,
  type RefObject,
} from "react";

type Pressed = Readonly<RefObject<HTMLElement | null>>;
const PressedContext = createContext<Pressed>({ current: null });

/** Remembers what was pressed last: Polaris' buttons give up the focus at once, so the focus itself does not tell. */
export function FocusReturnProvider({ children }: { readonly children: ReactNode }) {
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: MouseEvent) => {
      pressed.current = target instanceof Element ? target.closest("button, a") : null;
    };
    document.addEventListener("click", remember, true);
    return () => document.removeEventListener("click", remember, true);
  }, []);
  return <PressedContext.Provider value={pressed}>{children}</PressedContext.Provider>;
}

/** While mounted something covers the page; afterwards the focus is back at what was pressed to open it. */
export function useFocusReturn() {
  const pressed = useContext(PressedContext);
  useEffect(() => {
    const opener = pressed.current;
    return () => {
      if (opener?.isConnected) opener.focus();
    };
  }, [pressed]);
}
