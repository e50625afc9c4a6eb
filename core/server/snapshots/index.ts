export { keepSnapshot } from "./keep-snapshot.ts";
export { snapshotOrders } from "./snapshot-orders.ts";
