import type { ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import { LeaveGuard } from "../navigation/leave-guard.tsx";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { settingsWords as words } from "../wording/settings.ts";
import type { SettingsForm } from "./use-settings-form.ts";

interface FormFrameProps {
  readonly form: Pick<SettingsForm<object>, "isDirty" | "isSaving" | "problem" | "discard"> & {
    readonly save: () => void;
  };
  /** What the form shows does not exist yet, so it can be saved as it is. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** Settings with their bar for saving, and a guard against losing changes. */
export function FormFrame({ form, isNew = false, children }: FormFrameProps) {
  const { isDirty, isSaving, problem, discard, save } = form;
  const canSave = (isDirty || isNew) && !isSaving;
  return (
    <form
      noValidate
      className="docket-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save();
      }}
    >
      <LeaveGuard isDirty={isDirty && !isSaving} />
      {problem && <NotSaved problem={problem} />}
      {children}
      <div className={`docket-save-bar${isDirty ? " is-dirty" : ""}`}>
        <PushButton variant="primary" type="submit" isBusy={isSaving} isDisabled={!canSave}>
          {isSaving ? words.saving : words.save}
        </PushButton>
        {isDirty && (
          <>
            <PushButton variant="tertiary" isDisabled={isSaving} onClick={discard}>
              {words.discard}
            </PushButton>
            <span className="docket-quiet">{words.unsaved}</span>
          </>
        )}
      </div>
    </form>
  );
}

/** Wrong fields say themselves what is wrong with them. */
const NotSaved = ({ problem }: { readonly problem: Problem }) =>
  Object.keys(problem.fieldErrors).length > 0 ? (
    <Banner status="error" title={words.notSaved} />
  ) : (
    <ProblemBanner problem={problem} />
  );
