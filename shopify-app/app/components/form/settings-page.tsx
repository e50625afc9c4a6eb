import { useBlocker } from "@remix-run/react";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useEffect, type ReactNode } from "react";
import type { SettingsForm } from "./use-settings-form.ts";

interface SettingsPageProps {
  readonly title: string;
  readonly form: Pick<SettingsForm<object>, "isDirty" | "isSaving" | "message" | "discard"> & {
    readonly save: () => void;
  };
  readonly backUrl?: string;
  /** What the form shows does not exist yet, so it can be saved as it is. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** A page of settings: back to where it came from, the admin's save bar, and a guard against losing changes. */
export function SettingsPage({ title, form, isNew = false, ...props }: SettingsPageProps) {
  useLeaveGuard(form.isDirty && !form.isSaving);
  return (
    <Page title={title} backAction={{ content: "Back", url: props.backUrl ?? "/app/settings" }}>
      <TitleBar title="Settings" />
      <SaveBar id="settings-save-bar" open={form.isDirty || isNew}>
        <button
          variant="primary"
          disabled={form.isSaving}
          {...(form.isSaving ? { loading: "" } : {})}
          onClick={form.save}
        >
          Save
        </button>
        <button disabled={form.isSaving} onClick={form.discard}>
          Discard
        </button>
      </SaveBar>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if ((form.isDirty || isNew) && !form.isSaving) form.save();
        }}
      >
        <BlockStack gap="400">
          {form.message && <Banner tone="critical" title={form.message} />}
          {props.children}
        </BlockStack>
      </form>
    </Page>
  );
}

/** Asks before unsaved changes are left, whether by a link of ours or by closing the tab. */
function useLeaveGuard(isDirty: boolean) {
  const shopify = useAppBridge();
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    shopify.saveBar.leaveConfirmation().then(
      () => blocker.proceed(),
      () => blocker.reset(),
    );
  }, [blocker, shopify]);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isDirty]);
}
