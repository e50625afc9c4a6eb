import type {
  Backlog,
  BillingStore,
  DeliveryPorts,
  DocumentPorts,
  FileStore,
  Inbox,
  JobName,
  JobPayloads,
  OrderArchive,
  PrivacyStore,
  RenderPorts,
  Shop,
  ShopConnections,
  ShopDirectory,
} from "#domain/workflows";
import type { DeskPorts } from "../desk/index.ts";

/** What one merchant's work needs, whatever the shop. */
export type MerchantPorts = DocumentPorts &
  DeliveryPorts &
  RenderPorts & { readonly billing: BillingStore };

/** What the jobs work with; `core/server/wiring` fills it with adapters. */
export interface JobContext {
  readonly inbox: Inbox;
  readonly backlog: Backlog;
  readonly shops: ShopDirectory;
  readonly connections: ShopConnections;
  readonly files: FileStore;
  merchantPorts(merchantId: string): MerchantPorts;
  deskPorts(shop: Shop): DeskPorts;
  /** Where the merchant of a shop chooses a plan. */
  planUrl(shop: Shop): string;
  archive(merchantId: string): OrderArchive;
  privacy(merchantId: string): PrivacyStore;
  forgetSessions(domain: string): Promise<void>;
  send<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void>;
  unschedule(name: JobName, key: string): Promise<void>;
}

/** Each job: names rows, reads their present state, calls one workflow. Throwing asks for another try. */
export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayloads[Name], context: JobContext) => Promise<void>;
};
