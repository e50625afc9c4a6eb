export { keepSnapshot } from "./keep-snapshot.ts";
export { snapshotOrderSource } from "./snapshot-order-source.ts";
