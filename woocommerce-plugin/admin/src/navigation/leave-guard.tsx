import { useEffect, useState } from "@wordpress/element";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { frameWords } from "../wording/frame.ts";
import { go, guardPlace } from "./location.ts";

const words = frameWords.leave;

/** Asks before unsaved changes are left, whether by a link of ours, the back button or closing the tab. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    guardPlace(setTarget);
    window.addEventListener("beforeunload", warn);
    return () => {
      guardPlace(null);
      window.removeEventListener("beforeunload", warn);
    };
  }, [isDirty]);
  return (
    <ConfirmDialog
      question={
        target === null
          ? null
          : {
              title: words.title,
              text: words.text,
              confirmLabel: words.confirm,
              isDestructive: true,
            }
      }
      cancelLabel={words.stay}
      onCancel={() => setTarget(null)}
      onConfirm={() => {
        guardPlace(null);
        if (target !== null) go(target);
      }}
    />
  );
}
