import { createContext, useContext, type ReactNode } from "react";

export interface ShopFacts {
  readonly timeZone: string;
  /** True on a screen too narrow for a table. */
  readonly isPhone: boolean;
}

const ShopFactsContext = createContext<ShopFacts>({ timeZone: "UTC", isPhone: false });

/** What every page needs to know of the merchant and the screen. */
export const ShopFactsProvider = (props: { facts: ShopFacts; children: ReactNode }) => (
  <ShopFactsContext.Provider value={props.facts}>{props.children}</ShopFactsContext.Provider>
);

export const useShopFacts = (): ShopFacts => useContext(ShopFactsContext);
