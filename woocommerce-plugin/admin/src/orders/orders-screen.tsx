import { currentCursor } from "#domain/screens";
import type { Page } from "#domain/workflows";
import { useState } from "@wordpress/element";
import { servicePath } from "../api/call.ts";
import type { NextNumbers, OrderRow } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { Screen } from "../frame/screen.tsx";
import { ListEmpty } from "../lists/list-empty.tsx";
import { ListSearch } from "../lists/list-search.tsx";
import { visit } from "../navigation/location.ts";
import { places } from "../navigation/route.ts";
import { LoadedView } from "../parts/loaded-view.tsx";
import { Pager } from "../parts/pager.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { ordersWords as words } from "../wording/orders.ts";
import { CreditElsewhereDialog } from "./credit-elsewhere-dialog.tsx";
import { InvoiceFirstDialog } from "./invoice-first-dialog.tsx";
import { MakeDocumentDialog } from "./make-document-dialog.tsx";
import type { CreditCommand, MakeCommand } from "./make-document.ts";
import { NotMadeBanner } from "./not-made-banner.tsx";
import { OrderTable } from "./order-table.tsx";
import { useMakeDocument } from "./use-make-document.ts";

const PAGE_LENGTH = "25";

const searchFor = (text: string) => visit(places.orders({ search: text }), "replace");

/** What a dialog asks about, if one is open. */
interface Asking {
  readonly about: "document" | "credit";
  readonly order: OrderRow;
}

export function OrdersScreen({ params }: { readonly params: URLSearchParams }) {
  const search = (params.get("search") ?? "").trim().slice(0, 200);
  const cursor = currentCursor(params);
  const orders = useLoad<Page<OrderRow>>(
    servicePath("orders", { search, limit: PAGE_LENGTH, cursor }),
  );
  const numbers = useLoad<NextNumbers>(servicePath("numbers"));
  const [asking, setAsking] = useState<Asking | null>(null);
  const { make, runningText, refusal } = useMakeDocument(() => {
    orders.reload();
    numbers.reload();
  });

  return (
    <Screen title={words.title}>
      <RunningNote text={runningText} />
      {refusal && <NotMadeBanner {...refusal} />}
      <div className="docket-filters">
        <div className="docket-filter-row">
          <ListSearch label={words.search} search={search} onSearch={searchFor} />
        </div>
      </div>
      <LoadedView loaded={orders} text={words.loading}>
        {({ rows, nextCursor }) =>
          rows.length === 0 ? (
            <NoOrders search={search} onClear={() => searchFor("")} />
          ) : (
            <>
              <OrderTable
                orders={rows}
                isBusy={runningText !== null}
                onMake={(order) => setAsking({ about: "document", order })}
                onCredit={(order) => setAsking({ about: "credit", order })}
              />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </LoadedView>
      <OrderDialog
        asking={asking}
        nextNumbers={numbers.value}
        onMake={make}
        onClose={() => setAsking(null)}
      />
    </Screen>
  );
}

interface OrderDialogProps {
  readonly asking: Asking | null;
  readonly nextNumbers: NextNumbers | undefined;
  readonly onMake: ReturnType<typeof useMakeDocument>["make"];
  readonly onClose: () => void;
}

function OrderDialog({ asking, nextNumbers, onMake, onClose }: OrderDialogProps) {
  if (asking === null) return null;
  const { about, order } = asking;
  const make = (command: MakeCommand | CreditCommand) => {
    onMake(command, order.orderNumber);
    onClose();
  };
  if (about === "document") {
    return (
      <MakeDocumentDialog order={order} nextNumbers={nextNumbers} onClose={onClose} onMake={make} />
    );
  }
  const waiting = order.documents.find(
    ({ kind, state }) => kind === "invoice" && state === "draft",
  );
  return waiting ? (
    <InvoiceFirstDialog draft={waiting} onClose={onClose} />
  ) : (
    <CreditElsewhereDialog order={order} onClose={onClose} onMake={make} />
  );
}

function NoOrders({ search, onClear }: { search: string; onClear: () => void }) {
  if (search === "") return <ListEmpty {...words.none} />;
  return (
    <ListEmpty heading={words.noneFound.heading} text={words.noneFound.text}>
      <PushButton onClick={onClear}>{words.noneFound.clear}</PushButton>
    </ListEmpty>
  );
}
