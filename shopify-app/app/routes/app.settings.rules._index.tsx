import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { BesideCards } from "../components/beside-cards.tsx";
import { rulesWords as words } from "../wording/settings.ts";
import { ruleSentence } from "../wording/words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { rules, journals } = await desk.loadSettings();
  return {
    rules: rules.map((rule) => {
      const journal = journals.find(({ journalId }) => journalId === rule.journalId);
      const sentence = ruleSentence(rule, journal?.name ?? rule.journalId);
      return { ruleId: rule.ruleId, isActive: rule.isActive, sentence };
    }),
  };
}

export default function Rules() {
  const { rules } = useLoaderData<typeof loader>();
  useNotice();
  return (
    <Page
      title={words.title}
      subtitle={words.text}
      backAction={{ content: "Back", url: "/app/settings" }}
    >
      <TitleBar title="Settings" />
      <BlockStack gap="400">
        {rules.length === 0 && (
          <Card>
            <Text as="p">{words.none}</Text>
          </Card>
        )}
        {rules.map(({ ruleId, isActive, sentence }) => (
          <Card key={ruleId}>
            <InlineStack align="space-between" blockAlign="center" gap="300" wrap={false}>
              <Link monochrome url={`/app/settings/rules/${ruleId}`}>
                {sentence}
              </Link>
              {isActive ? (
                <Badge tone="success">{words.active}</Badge>
              ) : (
                <Badge>{words.inactive}</Badge>
              )}
            </InlineStack>
          </Card>
        ))}
        <BesideCards>
          <Button url="/app/settings/rules/new" variant="primary">
            {words.add}
          </Button>
        </BesideCards>
      </BlockStack>
    </Page>
  );
}

/** Says what the page before did, once. */
function useNotice() {
  const shopify = useAppBridge();
  const [params, setParams] = useSearchParams();
  const notice = params.get("notice");
  useEffect(() => {
    if (notice !== "saved" && notice !== "removed") return;
    shopify.toast.show(words.notices[notice]);
    setParams({}, { replace: true });
  }, [notice, setParams, shopify]);
}
