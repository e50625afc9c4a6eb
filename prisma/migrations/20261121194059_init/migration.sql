-- Searching text in the middle of a word. Trusted, so the owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ShopPlatform" AS ENUM ('shopify', 'woocommerce');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('orderConfirmation', 'deliveryNote', 'receipt', 'invoice');

-- CreateEnum
CREATE TYPE "DocumentState" AS ENUM ('draft', 'issued', 'redacted');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "EventState" AS ENUM ('waiting', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ArtefactType" AS ENUM ('pdf');

-- CreateEnum
CREATE TYPE "TimelineEventType" AS ENUM ('drafted', 'issued', 'rendered', 'queued', 'sent', 'sendingFailed', 'paid', 'downloaded', 'redacted');

-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('email');

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Merchant" (
    "id" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "platform" "ShopPlatform" NOT NULL,
    "domain" TEXT NOT NULL,
    "isConnected" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "connectedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disconnectedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB,
    "state" "EventState" NOT NULL DEFAULT 'waiting',
    "problem" TEXT NOT NULL DEFAULT '',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderNumber" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total" DECIMAL(20,4) NOT NULL,
    "buyerEmail" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "orderUpdatedAt" TIMESTAMPTZ(6) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Journal" (
    "merchantId" TEXT NOT NULL,
    "journalId" TEXT NOT NULL,
    "nextNumber" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "lastIssueDate" TEXT NOT NULL,
    "lastNumber" TEXT NOT NULL,
    "lastHash" TEXT NOT NULL,
    "issuedCount" INTEGER NOT NULL,

    CONSTRAINT "Journal_pkey" PRIMARY KEY ("merchantId","journalId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "state" "DocumentState" NOT NULL,
    "journalId" TEXT NOT NULL,
    "content" JSONB,
    "number" TEXT,
    "sequence" INTEGER,
    "period" TEXT,
    "issueDate" CHAR(10),
    "hash" TEXT,
    "previousHash" TEXT,
    "orderNumber" TEXT NOT NULL,
    "buyerName" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total" DECIMAL(20,4) NOT NULL,
    "isPaid" BOOLEAN NOT NULL,
    "searchText" TEXT NOT NULL,
    "listedDate" CHAR(10) NOT NULL,
    "listPosition" BIGSERIAL NOT NULL,
    "deliveryState" "DeliveryState",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issuedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Artefact" (
    "merchantId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "type" "ArtefactType" NOT NULL,
    "fileKey" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Artefact_pkey" PRIMARY KEY ("documentId","type")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "subject" TEXT NOT NULL DEFAULT '',
    "lastProblem" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" BIGSERIAL NOT NULL,
    "merchantId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" "TimelineEventType" NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivacyReport" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "redacted" TEXT[],
    "kept" TEXT[],
    "exported" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrivacyReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE INDEX "Shop_merchantId_idx" ON "Shop"("merchantId");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_platform_domain_key" ON "Shop"("platform", "domain");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_id_merchantId_key" ON "Shop"("id", "merchantId");

-- CreateIndex
CREATE INDEX "InboundEvent_shopId_receivedAt_idx" ON "InboundEvent"("shopId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboundEvent_shopId_topic_eventId_key" ON "InboundEvent"("shopId", "topic", "eventId");

-- CreateIndex
CREATE INDEX "Order_shopId_buyerEmail_idx" ON "Order"("shopId", "buyerEmail");

-- CreateIndex
CREATE UNIQUE INDEX "Order_shopId_orderId_key" ON "Order"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "Document_merchantId_listPosition_idx" ON "Document"("merchantId", "listPosition");

-- CreateIndex
CREATE INDEX "Document_merchantId_state_listPosition_idx" ON "Document"("merchantId", "state", "listPosition");

-- CreateIndex
CREATE INDEX "Document_merchantId_deliveryState_listPosition_idx" ON "Document"("merchantId", "deliveryState", "listPosition");

-- CreateIndex
CREATE INDEX "Document_merchantId_listedDate_kind_state_currency_total_idx" ON "Document"("merchantId", "listedDate", "kind", "state", "currency", "total");

-- CreateIndex
CREATE INDEX "Document_merchantId_sentAt_idx" ON "Document"("merchantId", "sentAt");

-- CreateIndex
CREATE INDEX "Document_searchText_idx" ON "Document" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Document_merchantId_shopId_orderId_kind_key" ON "Document"("merchantId", "shopId", "orderId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Document_merchantId_journalId_number_key" ON "Document"("merchantId", "journalId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Document_merchantId_journalId_period_sequence_key" ON "Document"("merchantId", "journalId", "period", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Document_id_merchantId_key" ON "Document"("id", "merchantId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_documentId_requestId_key" ON "Delivery"("documentId", "requestId");

-- CreateIndex
CREATE INDEX "TimelineEntry_documentId_id_idx" ON "TimelineEntry"("documentId", "id");

-- CreateIndex
CREATE INDEX "PrivacyReport_merchantId_createdAt_idx" ON "PrivacyReport"("merchantId", "createdAt");

-- AddForeignKey
ALTER TABLE "Shop" ADD CONSTRAINT "Shop_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundEvent" ADD CONSTRAINT "InboundEvent_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_shopId_merchantId_fkey" FOREIGN KEY ("shopId", "merchantId") REFERENCES "Shop"("id", "merchantId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Journal" ADD CONSTRAINT "Journal_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_shopId_merchantId_fkey" FOREIGN KEY ("shopId", "merchantId") REFERENCES "Shop"("id", "merchantId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artefact" ADD CONSTRAINT "Artefact_documentId_merchantId_fkey" FOREIGN KEY ("documentId", "merchantId") REFERENCES "Document"("id", "merchantId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_documentId_merchantId_fkey" FOREIGN KEY ("documentId", "merchantId") REFERENCES "Document"("id", "merchantId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_documentId_merchantId_fkey" FOREIGN KEY ("documentId", "merchantId") REFERENCES "Document"("id", "merchantId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivacyReport" ADD CONSTRAINT "PrivacyReport_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

