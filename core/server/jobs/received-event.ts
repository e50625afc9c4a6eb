import type { Shop, StoredEvent } from "#domain/workflows";

/** An event and the shop that it came from. */
export interface ReceivedEvent {
  readonly shop: Shop;
  readonly event: StoredEvent;
}
