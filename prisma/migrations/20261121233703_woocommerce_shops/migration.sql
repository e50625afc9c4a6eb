ALTER TYPE "TimelineEventType" ADD VALUE 'orderDeleted';
ALTER TYPE "TimelineEventType" ADD VALUE 'orderRestored';

ALTER TABLE "Order" ADD COLUMN "deletedAt" TIMESTAMPTZ(6), ADD COLUMN "restoredAt" TIMESTAMPTZ(6);

CREATE TABLE "ShopConnection" (
    "shopId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "versions" JSONB NOT NULL DEFAULT '{}',
    "renewedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopConnection_pkey" PRIMARY KEY ("shopId")
);

CREATE TABLE "UsedToken" (
    "shopId" TEXT NOT NULL,
    "tokenId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsedToken_pkey" PRIMARY KEY ("shopId","tokenId")
);

CREATE TABLE "DocumentLinkKey" (
    "documentId" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentLinkKey_pkey" PRIMARY KEY ("documentId","merchantId")
);

CREATE INDEX "UsedToken_expiresAt_idx" ON "UsedToken"("expiresAt");
CREATE INDEX "Order_shopId_placedAt_orderId_idx" ON "Order"("shopId", "placedAt", "orderId");
CREATE INDEX "Order_shopId_orderUpdatedAt_orderId_idx" ON "Order"("shopId", "orderUpdatedAt", "orderId");

ALTER TABLE "ShopConnection" ADD CONSTRAINT "ShopConnection_shopId_fkey"
  FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DocumentLinkKey" ADD CONSTRAINT "DocumentLinkKey_documentId_merchantId_fkey"
  FOREIGN KEY ("documentId", "merchantId") REFERENCES "Document"("id", "merchantId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say: indexes on expressions. order-archive.ts asks by the same ones.
CREATE INDEX "Order_search_idx" ON "Order" USING gin (
  lower("orderNumber" || ' ' || "buyerEmail" || ' ' || coalesce("snapshot"#>>'{buyer,name}', '')
    || ' ' || coalesce("snapshot"#>>'{buyer,contactName}', '')) gin_trgm_ops
);
CREATE INDEX "InboundEvent_waiting_order_idx" ON "InboundEvent"("shopId", left("payload"->>'id', 40)) WHERE "state" = 'waiting';
