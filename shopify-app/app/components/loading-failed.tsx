import { useRevalidator } from "@remix-run/react";
import { Banner } from "@shopify/polaris";

interface LoadingFailedProps {
  readonly title: string;
  readonly text: string;
  readonly retryLabel: string;
}

/** Stands where data should be that could not be loaded; the rest of the page works. */
export function LoadingFailed({ title, text, retryLabel }: LoadingFailedProps) {
  const { revalidate, state } = useRevalidator();
  const action = { content: retryLabel, onAction: revalidate, loading: state === "loading" };
  return (
    <Banner tone="critical" title={title} action={action}>
      {text}
    </Banner>
  );
}
