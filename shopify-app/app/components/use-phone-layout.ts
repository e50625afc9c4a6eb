import { useBreakpoints } from "@shopify/polaris";
import { useShopFacts } from "./shop-facts.tsx";

/** True on a screen too narrow for a table. */
export function usePhoneLayout(): boolean {
  const { isPhone } = useShopFacts();
  return useBreakpoints({ defaults: { smDown: isPhone } }).smDown;
}
