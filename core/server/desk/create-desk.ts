import { deskDocuments } from "./desk-documents.ts";
import { deskOrders } from "./desk-orders.ts";
import { deskPlan } from "./desk-plan.ts";
import { deskSettings } from "./desk-settings.ts";
import type { Desk } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

/** The desk of one shop: the same for the Shopify admin and the WordPress admin. */
export const createDesk = (ports: DeskPorts): Desk => ({
  shop: ports.shop,
  ...deskDocuments(ports),
  ...deskOrders(ports),
  ...deskSettings(ports),
  ...deskPlan(ports),
});
