import { Prisma } from "@prisma/client";
import { z } from "zod";
import type { CustomerIdentity, PrivacyStore } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import { collectCustomer } from "./privacy/collect-customer.ts";
import { findOrderIds } from "./privacy/find-orders.ts";
import { redactSubject } from "./privacy/redact-subject.ts";
import { toJsonColumn } from "./stored-json.ts";

const typeSchema = z.enum(["customerExport", "customerRedaction", "shopRedaction"]);

/** Personal data of one merchant's customers. Bound to the merchant, like its store. */
export function privacyStore(
  database: Pick<DatabaseConnection, "prisma" | "pool">,
  merchantId: string,
): PrivacyStore {
  const { prisma } = database;
  const emptyExports = (whose: { readonly subject?: string }) =>
    prisma.privacyReport.updateMany({
      where: { merchantId, type: "customerExport", ...whose },
      data: { exported: Prisma.DbNull, subject: "a customer who was redacted" },
    });
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
      await emptyExports({ subject: email });
      // The address itself would undo the redaction; the merchant knows the orders.
      const subject = `the customer of ${orderIds.length === 0 ? "no orders" : orderIds.join(", ")}`;
      return { report: { type: "customerRedaction", subject, redacted, kept }, fileKeys };
    },

    redactShop: async (shopId) => {
      const everything = { shopId, email: "", orderIds: null };
      const { redacted, kept, fileKeys } = await redactSubject(database, merchantId, everything);
      await emptyExports({});
      const subject = `all customers of shop ${shopId}`;
      return { report: { type: "shopRedaction", subject, redacted, kept }, fileKeys };
    },

    listReports: async () => {
      const rows = await prisma.privacyReport.findMany({
        where: { merchantId },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(({ subject, redacted, kept, exported, ...row }) => ({
        type: typeSchema.parse(row.type),
        subject,
        redacted,
        kept,
        exported,
        createdAt: row.createdAt.toISOString(),
      }));
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
