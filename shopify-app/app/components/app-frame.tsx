import { Link, useNavigation } from "@remix-run/react";
import { NavMenu, useAppBridge } from "@shopify/app-bridge-react";
import { useBreakpoints } from "@shopify/polaris";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { useEffect, useMemo, type ReactNode } from "react";
import { PLAN_URL, planWords } from "../wording/plan.ts";
import { FocusReturnProvider } from "./focus-return.tsx";
import { ShopFactsProvider, type ShopFacts } from "./shop-facts.tsx";

export interface AppFrameProps extends Pick<ShopFacts, "timeZone"> {
  readonly apiKey: string;
  /** A guess from the browser's name, so that the first paint already has a phone's layout. */
  readonly isPhone: boolean;
  /** Where App Bridge comes from, when not from Shopify (demo and tests). */
  readonly appBridgeUrl: string | null;
  readonly children: ReactNode;
}

/** Polaris, App Bridge and the app's menu around every page. */
export function AppFrame(props: AppFrameProps) {
  const { apiKey, appBridgeUrl, timeZone, children } = props;
  // Measured here once: a table and its rows that measured for themselves would change one after the other, and a row
  // keeps the link that it was first drawn with.
  const { smDown: isPhone } = useBreakpoints({ defaults: { smDown: props.isPhone } });
  const facts = useMemo(() => ({ timeZone, isPhone }), [timeZone, isPhone]);
  return (
    <AppProvider
      isEmbeddedApp
      apiKey={apiKey}
      {...(appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {})}
    >
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/documents">Documents</Link>
        <Link to="/app/orders">Orders</Link>
        <Link to="/app/settings">Settings</Link>
        <Link to={PLAN_URL}>{planWords.title}</Link>
      </NavMenu>
      <NavigationProgress />
      <ShopFactsProvider facts={facts}>
        <FocusReturnProvider>{children}</FocusReturnProvider>
      </ShopFactsProvider>
    </AppProvider>
  );
}

/** The admin's own loading bar, while the next page is fetched. */
function NavigationProgress() {
  const shopify = useAppBridge();
  const { state } = useNavigation();
  useEffect(() => shopify.loading(state !== "idle"), [shopify, state]);
  return null;
}
