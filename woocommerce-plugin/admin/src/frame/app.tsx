import type { MerchantSettings } from "#domain/merchant";
import { servicePath } from "../api/call.ts";
import { useLoad } from "../api/use-load.ts";
import { DocumentScreen } from "../document/document-screen.tsx";
import { DocumentsScreen } from "../documents/documents-screen.tsx";
import { HomeScreen } from "../home/home-screen.tsx";
import { Link } from "../navigation/link.tsx";
import { useParams } from "../navigation/location.ts";
import { places, screenOf, type ScreenName } from "../navigation/route.ts";
import { OrdersScreen } from "../orders/orders-screen.tsx";
import { PlanScreen } from "../plan/plan-screen.tsx";
import { SettingsScreen } from "../settings/settings-screen.tsx";
import { frameWords } from "../wording/frame.ts";
import { CrashView } from "./crash-view.tsx";
import { FormatProvider } from "./format-context.tsx";
import { ToastProvider } from "./toasts.tsx";

/** Docket's page in wp-admin: its menu and the screen that the address names. */
export function App() {
  const params = useParams();
  const screen = screenOf(params);
  // Only for the time zone. A screen that cannot do without the service says so itself.
  const { value: settings } = useLoad<MerchantSettings>(servicePath("settings"));
  return (
    <FormatProvider timeZone={settings?.timeZone}>
      <ToastProvider>
        <Menu screen={screen} />
        <CrashView key={screen}>
          <CurrentScreen screen={screen} params={params} />
        </CrashView>
      </ToastProvider>
    </FormatProvider>
  );
}

interface CurrentScreenProps {
  readonly screen: ScreenName;
  readonly params: URLSearchParams;
}

function CurrentScreen({ screen, params }: CurrentScreenProps) {
  const documentId = params.get("id") ?? "";
  switch (screen) {
    case "home":
      return <HomeScreen />;
    case "documents":
      return documentId === "" ? (
        <DocumentsScreen params={params} />
      ) : (
        <DocumentScreen key={documentId} documentId={documentId} />
      );
    case "orders":
      return <OrdersScreen params={params} />;
    case "plan":
      return <PlanScreen />;
    case "settings":
      return <SettingsScreen params={params} />;
  }
}

const menu = [
  { screen: "home", to: places.home() },
  { screen: "documents", to: places.documents() },
  { screen: "orders", to: places.orders() },
  { screen: "plan", to: places.plan() },
  { screen: "settings", to: places.settings("seller") },
] as const;

const Menu = ({ screen }: { readonly screen: ScreenName }) => (
  <nav className="docket-menu" aria-label={frameWords.menu}>
    <span className="docket-name">{frameWords.name}</span>
    {menu.map((item) => (
      <Link key={item.screen} to={item.to} isCurrent={item.screen === screen}>
        {frameWords.screens[item.screen]}
      </Link>
    ))}
  </nav>
);
