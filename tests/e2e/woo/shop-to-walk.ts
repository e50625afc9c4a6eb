import { beforeAll } from "vitest";
import { useWooStack } from "./woo-stack-for-tests.ts";
import type { Login } from "./wp-admin.ts";

/** A shop that a walk needs nothing of but its pages. */
export interface ShopToWalk {
  readonly url: string;
  readonly login: Login;
  /** A gateway that waits for the money, as the checkout calls it. */
  readonly payment: string;
  /** The shop's own scheduled work, where it does not come by itself. */
  runActions(): Promise<void>;
}

/** The shop at `BASE_URL`, or one of our own without the plugin, with Docket beside it. */
export function useShop(): () => ShopToWalk {
  const url = process.env["SHOP_URL"];
  return url ? () => shopElsewhere(url.replace(/\/+$/, "")) : useOwnShop();
}

/** Its plugin speaks to whatever service it was built for, or was told of. */
const shopElsewhere = (url: string): ShopToWalk => ({
  url,
  login: {
    user: process.env["BASE_USER"] ?? "admin",
    password: process.env["BASE_PASSWORD"] ?? "password",
  },
  payment: process.env["BASE_PAYMENT"] ?? "Direct bank transfer",
  // Every visit of wp-admin starts what is due.
  runActions: () => new Promise((resolve) => setTimeout(resolve, 3000)),
});

function useOwnShop(): () => ShopToWalk {
  const running = useWooStack({ plugin: null });
  let shop: ShopToWalk | undefined;
  beforeAll(() => {
    const { site } = running().stack;
    shop = {
      url: site.url,
      login: { user: "admin", password: "password" },
      payment: "Bank transfer",
      runActions: () => site.runActions(),
    };
  });
  return () => {
    if (shop === undefined) throw new Error("the shop did not start");
    return shop;
  };
}
