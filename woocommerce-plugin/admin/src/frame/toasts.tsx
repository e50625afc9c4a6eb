import { SnackbarList } from "@wordpress/components";
import { createContext, useCallback, useContext, useState } from "@wordpress/element";
import type { ReactNode } from "react";
import { newId } from "../new-id.ts";

type Tell = (text: string) => void;
const ToastContext = createContext<Tell>(() => undefined);

interface Toast {
  readonly id: string;
  readonly content: string;
}

/** Short messages that go by themselves; a screen reader says them. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const tell = useCallback<Tell>((content) => {
    setToasts((others) => [...others, { id: newId(), content }]);
  }, []);
  return (
    <ToastContext.Provider value={tell}>
      {children}
      <div className="docket-toasts">
        <SnackbarList
          notices={[...toasts]}
          onRemove={(id) => setToasts((all) => all.filter((toast) => toast.id !== id))}
        />
      </div>
    </ToastContext.Provider>
  );
}

export const useToast = (): Tell => useContext(ToastContext);
