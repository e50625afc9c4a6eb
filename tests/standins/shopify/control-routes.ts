import { z } from "zod";
import { billingCommands } from "./control-billing.ts";
import type { Standin } from "./contract.ts";
import * as input from "./control-input.ts";
import type { Command, Fields } from "./control-input.ts";
import { fieldsOf, json, type Reply, type Route } from "./http.ts";
import { gid } from "./ids.ts";
import { formatFixed } from "./orders/money.ts";
import type { OrderRecord } from "./orders/order-record.ts";
import { currentTotal, financialStatus, fulfillmentStatus } from "./orders/order-totals.ts";
import { orderInput } from "./shop-actions.ts";
import { loadOrder, type ShopState } from "./shop-state.ts";

const shopSchema = z.object({ shop: z.string().default("demo.myshopify.com") });

/** `POST /_control/{command}`: the buttons of the admin for tests in another process. JSON in, JSON out. */
export function controlRoutes(standin: Standin): Route[] {
  const commands = {
    ...orderCommands(standin),
    ...webhookCommands(standin),
    ...appCommands(standin),
    ...billingCommands(standin),
  };
  const handle = async (name: string, fields: Fields): Promise<Reply> => {
    const command = commands[name];
    if (command === undefined) return json(404, { error: `no command ${name}` });
    try {
      const shop = standin.shop(shopSchema.parse(fields).shop);
      return json(200, (await command(shop, fields)) ?? {});
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : "failed" });
    }
  };
  const path = /^\/_control\/(?<name>\w+)$/;
  return [
    {
      method: "POST",
      path,
      handle: (request) => handle(request.params["name"] ?? "", fieldsOf(request)),
    },
    {
      method: "GET",
      path,
      handle: (request) =>
        handle(request.params["name"] ?? "", Object.fromEntries(request.url.searchParams)),
    },
  ];
}

function orderCommands({ actions }: Standin): Record<string, Command> {
  return {
    createOrder: (shop, { shop: _domain, ...wish }) =>
      orderSummary(actions.create(shop, orderInput(input.wishSchema.parse(wish)))),
    order: changing(() => {}),
    pay: changing((shop, order, fields) => {
      actions.pay(shop, order, input.paymentSchema.parse(fields));
    }),
    fulfil: changing((shop, order, fields) =>
      actions.fulfil(shop, order, input.fulfilmentSchema.parse(fields).lines),
    ),
    refund: changing((shop, order, fields) => {
      actions.refund(shop, order, input.refundSchema.parse(fields).refund);
    }),
    exchange: changing((shop, order, fields) => {
      actions.exchange(shop, order, input.exchangeSchema.parse(fields).exchange);
    }),
    editItems: changing((shop, order, fields) =>
      actions.editItems(shop, order, input.itemsEditSchema.parse(fields).edit),
    ),
    cancel: changing((shop, order, fields) =>
      actions.cancel(shop, order, input.cancellationSchema.parse(fields).reason),
    ),
    edit: changing((shop, order, fields) =>
      actions.edit(shop, order, input.editSchema.parse(fields).edit),
    ),
  };
}

function webhookCommands({ webhooks, installation, faults }: Standin): Record<string, Command> {
  return {
    /** Sends any webhook and waits for the answer. */
    webhook: async (shop, fields) => {
      const { topic, payload = {}, ...options } = input.webhookSchema.parse(fields);
      const delivery = webhooks.publish({ shop: shop.profile.domain, topic, payload }, options);
      await webhooks.settle();
      return { ...delivery, status: delivery.attempts.at(-1)?.outcome ?? delivery.state };
    },
    compliance: (shop, fields) => {
      const { topic, order } = input.complianceSchema.parse(fields);
      const about = order === undefined ? undefined : loadOrder(shop, order);
      return installation.sendCompliance(shop, topic, about);
    },
    faults: (_shop, fields) => {
      faults.set(input.faultsSchema.parse(fields));
      return faults.counts;
    },
    /** Sends the webhooks that the fault `holdNext` holds, and waits for the answers. */
    releaseWebhooks: async () => {
      const released = webhooks.release();
      await webhooks.settle();
      return { released };
    },
    settle: () => webhooks.settle(),
    webhooks: (shop) => webhooks.log.filter((delivery) => delivery.shop === shop.profile.domain),
  };
}

function appCommands(standin: Standin): Record<string, Command> {
  const { installation, oauth, webhooks } = standin;
  return {
    idToken: (shop, fields) => ({
      token: oauth.idToken(shop.profile.domain, input.idTokenSchema.parse(fields).over),
    }),
    log: () => standin.log,
    clearLog: () => {
      standin.log.length = 0;
      webhooks.log.length = 0;
    },
    install: (shop) => installation.install(shop),
    uninstall: (shop, fields) => installation.uninstall(shop, input.uninstallSchema.parse(fields)),
    expireTokens: (shop, fields) =>
      installation.expireTokens(shop, input.tokensSchema.parse(fields).which),
    scopes: (shop, fields) =>
      installation.changeScopes(shop, input.scopesSchema.parse(fields).scopes),
    settings: (shop, fields) =>
      Object.assign(shop.profile, input.profileSchema.parse(fields).profile),
    state: stateOf,
  };
}

/** A command about one order. It answers with what the order is afterwards. */
function changing(change: (shop: ShopState, order: OrderRecord, fields: Fields) => void): Command {
  return (shop, fields) => {
    const order = loadOrder(shop, input.orderSchema.parse(fields).order);
    change(shop, order, fields);
    return orderSummary(order);
  };
}

function orderSummary(order: OrderRecord) {
  return {
    id: order.id,
    gid: gid("Order", order.id),
    name: order.name,
    number: order.number,
    email: order.email,
    financialStatus: financialStatus(order),
    fulfillmentStatus: fulfillmentStatus(order),
    currentTotal: formatFixed(currentTotal(order).presentment, order.currencies.presentment),
    currencyCode: order.currencies.presentment,
    updatedAt: order.updatedAt,
  };
}

function stateOf(shop: ShopState) {
  return {
    installation: shop.installation,
    scopes: shop.scopes,
    profile: shop.profile,
    orders: shop.orders.map(orderSummary),
    subscriptions: shop.subscriptions,
    purchases: shop.purchases,
    usageRecords: shop.usageRecords,
    credits: shop.credits,
    metafields: [...shop.metafields.values()],
    accessTokens: shop.tokens.size,
    refreshTokens: shop.refreshTokens.size,
  };
}
