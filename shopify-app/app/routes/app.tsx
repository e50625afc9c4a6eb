import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { boundary } from "@shopify/shopify-app-remix/server";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { AppFrame } from "../components/app-frame.tsx";
import { describeError, ErrorView } from "../components/error-view.tsx";
import appStyles from "../styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: appStyles },
];

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { timeZone } = await desk.loadSettings();
  const { shopifyApiKey, appBridgeUrl } = args.context.docket.environment;
  return {
    apiKey: shopifyApiKey,
    appBridgeUrl: appBridgeUrl ?? null,
    timeZone,
    isPhone: /Mobi|Android|iPhone/.test(args.request.headers.get("user-agent") ?? ""),
  };
}

/** Only saving something can change what the frame shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined;

export default function App() {
  return (
    <AppFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </AppFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("routes/app");
  // Shopify's library throws whole pages that lead the browser on (session token, way out of the frame).
  if (isRouteErrorResponse(error) && error.status < 400) return boundary.error(error);
  if (!frame) return <BareError error={error} />;
  return (
    <AppFrame {...frame}>
      <ErrorView error={error} />
    </AppFrame>
  );
}

/** When not even the frame could be made. */
function BareError({ error }: { readonly error: unknown }) {
  const { title, meaning, remedy } = describeError(error);
  return (
    <main style={{ font: "16px/1.5 system-ui", maxWidth: 480, margin: "15vh auto", padding: 16 }}>
      <h1 style={{ fontSize: 20 }}>{title}</h1>
      <p>
        {meaning} {remedy}
      </p>
      <button onClick={() => location.reload()}>Try again</button>
    </main>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
