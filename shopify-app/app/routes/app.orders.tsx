import { defer, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { documentKindSchema } from "#domain/merchant";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { Deferred } from "../components/deferred.tsx";
import { currentCursor } from "../components/lists/search-params.ts";
import { TableSkeleton } from "../components/lists/table-skeleton.tsx";
import { useDelayedSearch } from "../components/lists/use-delayed-search.ts";
import { LoadingFailed } from "../components/loading-failed.tsx";
import { MakeDocumentModal } from "../components/orders/make-document-modal.tsx";
import {
  MAKE_HOWS,
  type MakeCommand,
  type MakeOutcome,
} from "../components/orders/make-document.ts";
import type { OrderWithDocuments } from "../components/orders/order-row.tsx";
import { OrderTable } from "../components/orders/order-table.tsx";
import { useMakeDocument } from "../components/orders/use-make-document.ts";
import { RunningNote } from "../components/running-note.tsx";
import { readJson } from "../requests/read-json.server.ts";
import { ordersWords as words } from "../wording/orders.ts";

const PAGE_LENGTH = 25;

/** Deferred: the orders come from the shop, which may take its time. */
export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { searchParams } = new URL(args.request.url);
  const search = (searchParams.get("search") ?? "").trim().slice(0, 200);
  const cursor = currentCursor(searchParams);
  const page = { limit: PAGE_LENGTH, ...(cursor ? { cursor } : {}) };
  const orders = desk.listOrders(search, page);
  return defer({ search, orders, nextNumbers: await desk.previewNumbers() });
}

const makeCommandSchema: z.ZodType<MakeCommand> = z.strictObject({
  orderId: z.string().min(1).max(200),
  kind: documentKindSchema,
  how: z.enum(MAKE_HOWS),
});

export async function action(args: ActionFunctionArgs): Promise<MakeOutcome> {
  const { desk } = await authenticateAdmin(args);
  const { orderId, kind, how } = await readJson(args.request, makeCommandSchema);
  const made = await desk.makeDocument(orderId, kind, how);
  return made.ok ? { made: made.value } : { problem: made.problem.message };
}

export default function Orders() {
  const { search, orders, nextNumbers } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const searchFor = (text: string) => setParams(text ? { search: text } : {});
  const [text, setText] = useDelayedSearch(search, searchFor);
  const [chosen, setChosen] = useState<OrderWithDocuments | null>(null);
  const { make, runningText, problem, orderNumber } = useMakeDocument();

  return (
    <Page fullWidth>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <BlockStack gap="300">
        <RunningNote text={runningText} />
        {problem !== null && (
          <Banner tone="critical" title={words.notMade}>
            <strong>{orderNumber}</strong>: {problem}
          </Banner>
        )}
        <Card padding="0">
          <Box padding="300">
            <TextField
              label={words.search}
              labelHidden
              placeholder={words.searchPlaceholder}
              value={text}
              onChange={setText}
              clearButton
              onClearButtonClick={() => setText("")}
              autoComplete="off"
            />
          </Box>
          <Deferred
            resolve={orders}
            fallback={<TableSkeleton label={words.title} />}
            errorElement={<Unreachable />}
          >
            {(page) =>
              page.ok ? (
                <OrderTable
                  orders={page.value.rows}
                  nextCursor={page.value.nextCursor}
                  search={search}
                  onClearSearch={() => setText("")}
                  onMake={setChosen}
                />
              ) : (
                <Unreachable reason={page.problem.message} />
              )
            }
          </Deferred>
        </Card>
      </BlockStack>
      {chosen && (
        <MakeDocumentModal
          order={chosen}
          nextNumbers={nextNumbers}
          onClose={() => setChosen(null)}
          onMake={(kind, how) => {
            make({ orderId: chosen.orderId, kind, how }, chosen.orderNumber);
            setChosen(null);
          }}
        />
      )}
    </Page>
  );
}

const Unreachable = ({ reason }: { readonly reason?: string }) => (
  <Box padding="300">
    <LoadingFailed
      title={words.unreachable.title}
      text={[reason, words.unreachable.text].filter(Boolean).join(" ")}
      retryLabel={words.unreachable.retry}
    />
  </Box>
);
