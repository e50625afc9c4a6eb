import type { Result } from "#domain/result";
import type {
  BillingProvider,
  BillingStore,
  DeliveryPorts,
  DocumentPorts,
  OrderPorts,
  RenderPorts,
  Shop,
} from "#domain/workflows";

/** All that a desk works with, bound to one shop and its merchant. */
export interface DeskPorts extends DocumentPorts, OrderPorts, DeliveryPorts, RenderPorts {
  readonly shop: Shop;
  readonly billing: BillingStore;
  readonly provider: BillingProvider;
  /** Says what is wrong with a merchant's text: its syntax, or a placeholder that does not exist. */
  readonly checkText: (template: string) => Result<unknown>;
}
