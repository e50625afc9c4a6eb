import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Shopify opens the app's bare address, with its own parameters. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/app${new URL(request.url).search}`);
