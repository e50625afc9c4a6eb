import { documentKindSchema } from "#domain/merchant";
import { currentCursor } from "#domain/screens";
import { defer, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { z } from "zod";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { Deferred } from "../components/deferred.tsx";
import { TableSkeleton } from "../components/lists/table-skeleton.tsx";
import { useDelayedSearch } from "../components/lists/use-delayed-search.ts";
import { LoadingFailed } from "../components/loading-failed.tsx";
import { CreditElsewhereModal } from "../components/orders/credit-elsewhere-modal.tsx";
import { InvoiceFirstDialog } from "../components/orders/invoice-first-dialog.tsx";
import { MakeDocumentModal } from "../components/orders/make-document-modal.tsx";
import {
  MAKE_HOWS,
  type CreditCommand,
  type MakeCommand,
  type MakeOutcome,
} from "../components/orders/make-document.ts";
import type { OrderWithDocuments } from "../components/orders/order-row.tsx";
import { NotMadeBanner } from "../components/orders/not-made-banner.tsx";
import { OrderTable } from "../components/orders/order-table.tsx";
import { useMakeDocument } from "../components/orders/use-make-document.ts";
import { RunningNote } from "../components/running-note.tsx";
import { makeOutcome } from "../requests/make-outcome.server.ts";
import { readJson } from "../requests/read-json.server.ts";
import { todayIn } from "../requests/today-in.server.ts";
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
  const [nextNumbers, { timeZone }] = await Promise.all([
    desk.previewNumbers(),
    desk.loadSettings(),
  ]);
  return defer({ search, orders, nextNumbers, today: todayIn(timeZone) });
}

const makeCommandSchema: z.ZodType<MakeCommand> = z.strictObject({
  orderId: z.string().min(1).max(200),
  kind: documentKindSchema.exclude(["creditNote"]),
  how: z.enum(MAKE_HOWS),
});

export async function action(args: ActionFunctionArgs): Promise<MakeOutcome> {
  const { desk } = await authenticateAdmin(args);
  const { orderId, kind, how } = await readJson(args.request, makeCommandSchema);
  return makeOutcome(await desk.makeDocument(orderId, kind, how));
}

export default function Orders() {
  const { search, orders } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const searchFor = (text: string) => setParams(text ? { search: text } : {});
  const [text, setText] = useDelayedSearch(search, searchFor);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { make, runningText, refusal, orderNumber } = useMakeDocument();

  return (
    <Page fullWidth>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <BlockStack gap="300">
        <RunningNote text={runningText} />
        {refusal && <NotMadeBanner orderNumber={orderNumber} {...refusal} />}
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
                  onMake={(order) => setAsking({ about: "document", order })}
                  onCredit={(order) => setAsking({ about: "credit", order })}
                />
              ) : (
                <Unreachable reason={page.problem.message} />
              )
            }
          </Deferred>
        </Card>
      </BlockStack>
      <OrderDialogs asking={asking} onMake={make} onClose={() => setAsking(null)} />
    </Page>
  );
}

/** What a dialog asks about, if one is open. */
interface Asking {
  readonly about: "document" | "credit";
  readonly order: OrderWithDocuments;
}

interface OrderDialogsProps {
  readonly asking: Asking | null;
  readonly onMake: ReturnType<typeof useMakeDocument>["make"];
  readonly onClose: () => void;
}

function OrderDialogs({ asking, onMake, onClose }: OrderDialogsProps) {
  const { nextNumbers, today } = useLoaderData<typeof loader>();
  if (asking === null) return null;
  const { about, order } = asking;
  const make = (command: MakeCommand | CreditCommand) => {
    onMake(command, order.orderNumber);
    onClose();
  };
  if (about === "document") {
    return (
      <MakeDocumentModal order={order} nextNumbers={nextNumbers} onClose={onClose} onMake={make} />
    );
  }
  const waiting = order.documents.find(
    ({ kind, state }) => kind === "invoice" && state === "draft",
  );
  return waiting ? (
    <InvoiceFirstDialog draft={waiting} onClose={onClose} />
  ) : (
    <CreditElsewhereModal order={order} today={today} onClose={onClose} onMake={make} />
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
