import { isRouteErrorResponse, useLocation, useNavigate } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";

interface ErrorWords {
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly canRetry: boolean;
}

/** What happened, what it means and the one thing to do. Details stay in the server's log. */
export function describeError(error: unknown): ErrorWords {
  if (isRouteErrorResponse(error) && error.status === 404) {
    return {
      title: "This page is not here",
      meaning: "The document may have been discarded, or it belongs to another shop.",
      remedy: "Go back to your documents and look for it there.",
      canRetry: false,
    };
  }
  if (isRouteErrorResponse(error) && (error.status === 401 || error.status === 403)) {
    return {
      title: "Your session has ended",
      meaning: "Shopify asks you to sign in again from time to time. Nothing was lost.",
      remedy: "Reload the page.",
      canRetry: true,
    };
  }
  return {
    title: "Something went wrong on our side",
    meaning: "What you asked for was not done. Documents and numbers are safe.",
    remedy: "Try again. If it keeps happening, contact support and tell us the time.",
    canRetry: true,
  };
}

/** A whole page that says so, with a way back. */
export function ErrorView({ error }: { readonly error: unknown }) {
  const { title, meaning, remedy, canRetry } = describeError(error);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <Page>
      <TitleBar title="Docket" />
      <Banner tone={canRetry ? "critical" : "warning"} title={title}>
        <BlockStack gap="300">
          <Text as="p">
            {meaning} {remedy}
          </Text>
          <InlineStack gap="200">
            {canRetry && (
              <Button onClick={() => navigate(pathname + search, { replace: true })}>
                Try again
              </Button>
            )}
            <Button url="/app/documents">Go to documents</Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </Page>
  );
}
