import type {
  BillingLedger,
  BillingStore,
  Clock,
  DocumentLinks,
  FileStore,
  Inbox,
  MerchantStore,
  OrderArchive,
  PrivacyStore,
  Shop,
  ShopConnections,
  ShopDirectory,
} from "#domain/workflows";
import type { Problem, Result } from "#domain/result";
import type { Desk } from "../desk/index.ts";

/** What the HTTP side for shops' plugins works with; `core/server/wiring` fills it. */
export interface ApiPorts {
  readonly shops: ShopDirectory;
  readonly connections: ShopConnections;
  readonly inbox: Pick<Inbox, "receive">;
  readonly files: FileStore;
  readonly clock: Clock;
  deskFor(shop: Shop): Desk;
  store(merchantId: string): Pick<MerchantStore, "findDocument" | "listDocumentsOfOrders">;
  archive(merchantId: string): OrderArchive;
  billing(merchantId: string): BillingStore;
  readonly ledger: BillingLedger;
  /** Whoever sends it reads the operator's figures; null: nobody. */
  readonly metricsToken: string | null;
  links(merchantId: string): DocumentLinks;
  privacy(merchantId: string): PrivacyStore;
  /** Reads a page of a site on the internet whose address a stranger gave. */
  readPage(url: string): Promise<Result<string, Problem<"site-private" | "site-unreachable">>>;
  /** Where this service is, without a slash at its end. */
  readonly publicUrl: string;
  /** Docket's own. */
  readonly version: string;
  /** Tells the operator of a bug. */
  report(where: string, problem: unknown): void;
}
