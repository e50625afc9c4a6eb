import type { Cause } from "#domain/workflows";

/** One text per cause, for maps. */
export const causeKey = ({ shopId, orderId, kind, part }: Cause): string =>
  JSON.stringify([shopId, orderId, kind, part]);
