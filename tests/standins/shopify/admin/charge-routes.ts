import { findCharge, type Charge } from "../billing/billing.ts";
import { numberOf } from "../billing/pricing-of.ts";
import { returnAddress } from "../billing/return-address.ts";
import { fieldsOf, seeOther, type Reply, type Request, type Route } from "../http.ts";
import { chargePage } from "./charge-page.ts";
import { appPath, toThisAdmin, type PageContext } from "./layout.ts";
import { notFound } from "./not-found.ts";
import { pricingPage } from "./pricing-page.ts";

type Handler = (context: PageContext, request: Request) => Reply | Promise<Reply>;
type PageRoute = (method: string, path: string, handler: Handler) => Route;

/** What merchants see of billing: the approval of a charge, and the plans of Shopify App Pricing. */
export function chargeRoutes(page: PageRoute): Route[] {
  const confirm = "/charges/(?<id>\\d+)/confirm";
  const plans = "/charges/(?<app>[\\w-]+)/pricing_plans";
  return [
    page("GET", confirm, (context, request) => withCharge(context, request, chargePage)),
    page("POST", confirm, answerCharge),
    page("GET", plans, (context, request) =>
      hasPlans(context, request) ? pricingPage(context) : notFound(context),
    ),
    page("POST", plans, choosePlan),
  ];
}

function answerCharge(context: PageContext, request: Request): Reply | Promise<Reply> {
  const { standin, shop, handle } = context;
  return withCharge(context, request, async (_, charge) => {
    const isApproved = fieldsOf(request)["answer"] !== "decline";
    const outcome = standin.billing.answer(shop, charge, isApproved);
    if (outcome === "unchanged") return seeOther(request.url.pathname);
    // A declined merchant never comes back to the app: Shopify keeps them in the admin, and says so.
    if (outcome === "declined")
      return seeOther(`/store/${handle}/home?declined=${numberOf(charge.id)}`);
    if (standin.faults.use("webhookFirstNext")) await standin.webhooks.settle();
    return seeOther(toThisAdmin(context, returnAddress(charge)));
  });
}

function choosePlan(context: PageContext, request: Request): Reply {
  const { standin, shop, handle } = context;
  const fields = fieldsOf(request);
  const plan = standin.appPricing.plans.find((candidate) => candidate.handle === fields["plan"]);
  if (!hasPlans(context, request) || plan === undefined) return notFound(context);
  standin.billing.catchUp(shop);
  const appUrl = `https://admin.shopify.com${appPath(context)}`;
  const interval = fields["interval"] === "ANNUAL" ? "ANNUAL" : "EVERY_30_DAYS";
  const subscription = standin.billing.choosePlan(shop, { plan, interval, appUrl });
  const isAnswered = subscription.status !== "PENDING" || subscription.startsAt !== null;
  return isAnswered
    ? seeOther(toThisAdmin(context, returnAddress(subscription)))
    : seeOther(`/store/${handle}/charges/${numberOf(subscription.id)}/confirm`);
}

/** Whether the address names this app, and the app has plans at Shopify. */
function hasPlans({ standin, shop }: PageContext, request: Request): boolean {
  standin.billing.catchUp(shop);
  const isThisApp = request.params["app"] === standin.settings.appName.toLowerCase();
  return isThisApp && standin.appPricing.plans.length > 0;
}

function withCharge(
  context: PageContext,
  request: Request,
  show: (context: PageContext, charge: Charge) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  context.standin.billing.catchUp(context.shop);
  const charge = findCharge(context.shop, request.params["id"] ?? "");
  return charge === undefined ? notFound(context) : show(context, charge);
}
