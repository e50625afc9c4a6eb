import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { settingsWords as words } from "../wording/settings.ts";

export async function loader(args: LoaderFunctionArgs) {
  await authenticateAdmin(args);
  return null;
}

export default function Settings() {
  return (
    <Page>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {words.sections.map(({ title, text, url }) => (
          <Link key={url} to={url} className="tile">
            <Card>
              <BlockStack gap="100">
                <Text as="h2" variant="headingMd">
                  <span className="tile-label">{title}</span>
                </Text>
                <Text as="p" tone="subdued">
                  {text}
                </Text>
              </BlockStack>
            </Card>
          </Link>
        ))}
      </InlineGrid>
    </Page>
  );
}
