CREATE TYPE "ChargeState" AS ENUM ('waiting', 'charged', 'waived');
CREATE TYPE "HeldAs" AS ENUM ('issue', 'issueAndSend');

ALTER TABLE "Document" ADD COLUMN "heldAs" "HeldAs";

CREATE TABLE "BillingAccount" (
    "merchantId" TEXT NOT NULL,
    "account" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BillingAccount_pkey" PRIMARY KEY ("merchantId")
);

CREATE TABLE "BillingChange" (
    "id" BIGSERIAL NOT NULL,
    "merchantId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "fromPlan" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toPlan" TEXT NOT NULL,
    "toState" TEXT NOT NULL,

    CONSTRAINT "BillingChange_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Usage" (
    "merchantId" TEXT NOT NULL,
    "period" CHAR(7) NOT NULL,
    "issued" INTEGER NOT NULL,

    CONSTRAINT "Usage_pkey" PRIMARY KEY ("merchantId","period")
);

CREATE TABLE "UsageCharge" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "amountUsd" DECIMAL(12,2) NOT NULL,
    "state" "ChargeState" NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UsageCharge_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "UsageWarning" (
    "merchantId" TEXT NOT NULL,
    "period" CHAR(7) NOT NULL,
    "percent" INTEGER NOT NULL,
    "included" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "UsageWarning_pkey" PRIMARY KEY ("merchantId","period","percent","included")
);

CREATE INDEX "BillingChange_merchantId_id_idx" ON "BillingChange"("merchantId", "id");

CREATE INDEX "BillingChange_at_idx" ON "BillingChange"("at");

CREATE INDEX "UsageCharge_merchantId_state_createdAt_idx" ON "UsageCharge"("merchantId", "state", "createdAt");

CREATE UNIQUE INDEX "UsageCharge_documentId_merchantId_key" ON "UsageCharge"("documentId", "merchantId");

ALTER TABLE "BillingAccount" ADD CONSTRAINT "BillingAccount_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BillingChange" ADD CONSTRAINT "BillingChange_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Usage" ADD CONSTRAINT "Usage_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "UsageCharge" ADD CONSTRAINT "UsageCharge_documentId_merchantId_fkey" FOREIGN KEY ("documentId", "merchantId") REFERENCES "Document"("id", "merchantId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "UsageWarning" ADD CONSTRAINT "UsageWarning_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Documents that were issued before anybody counted.
INSERT INTO "Usage" ("merchantId", "period", "issued")
SELECT "merchantId", left("issueDate", 7), count(*) FROM "Document" WHERE "state" IN ('issued', 'redacted') GROUP BY 1, 2;
