import type { CustomerIdentity, PrivacyStore } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import { collectCustomer } from "./privacy/collect-customer.ts";
import { findOrderIds } from "./privacy/find-orders.ts";
import { redactSubject } from "./privacy/redact-subject.ts";
import { toJsonColumn } from "./stored-json.ts";

/** Personal data of one merchant's customers. Bound to the merchant, like its store. */
export function privacyStore(
  database: Pick<DatabaseConnection, "prisma" | "pool">,
  merchantId: string,
): PrivacyStore {
  const { prisma } = database;
  return {
    collectCustomer: (customer) => collectCustomer(prisma, merchantId, customer),

    redactCustomer: async (customer: CustomerIdentity) => {
      const { shopId, email } = customer;
      const orderIds = await findOrderIds(prisma, merchantId, customer);
      const { redacted, kept, fileKeys } = await redactSubject(database, merchantId, {
        shopId,
        email,
        orderIds,
      });
      // The address itself would undo the redaction; the merchant knows the orders.
      const subject = `the customer of ${orderIds.length === 0 ? "no orders" : orderIds.join(", ")}`;
      return { report: { type: "customerRedaction", subject, redacted, kept }, fileKeys };
    },

    redactShop: async (shopId) => {
      const everything = { shopId, email: "", orderIds: null };
      const { redacted, kept, fileKeys } = await redactSubject(database, merchantId, everything);
      const subject = `all customers of shop ${shopId}`;
      return { report: { type: "shopRedaction", subject, redacted, kept }, fileKeys };
    },

    saveReport: async ({ type, subject, redacted, kept }, exported) => {
      await prisma.privacyReport.create({
        data: {
          merchantId,
          type,
          subject,
          redacted: [...redacted],
          kept: [...kept],
          ...(exported !== null && exported !== undefined && { exported: toJsonColumn(exported) }),
        },
      });
    },
  };
}
