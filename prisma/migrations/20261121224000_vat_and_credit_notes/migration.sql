-- A transaction may not use the values it adds, so below they stand in functions' bodies and in JSON only.
ALTER TYPE "DocumentKind" ADD VALUE 'proforma';
ALTER TYPE "DocumentKind" ADD VALUE 'creditNote';
ALTER TYPE "ArtefactType" ADD VALUE 'ubl';
ALTER TYPE "ArtefactType" ADD VALUE 'cii';
ALTER TYPE "ArtefactType" ADD VALUE 'facturx';

-- An order has one credit note per refund, so a document's cause says what of the order it is about.
ALTER TABLE "Document" ADD COLUMN "part" TEXT NOT NULL DEFAULT '';
DROP INDEX "Document_merchantId_shopId_orderId_kind_key";
CREATE UNIQUE INDEX "Document_shopId_orderId_kind_part_merchantId_key"
  ON "Document"("shopId", "orderId", "kind", "part", "merchantId");

-- A number is taken once, whatever the journal. Doubles from before are issued and stay as they are: all but the first of
-- them are left out, so that the first still keeps its number from being given again.
DROP INDEX "Document_merchantId_journalId_number_key";
DO $$
DECLARE
  doubles TEXT[] := ARRAY(
    SELECT "id" FROM (
      SELECT "id", row_number() OVER (PARTITION BY "merchantId", "number" ORDER BY "listPosition") AS "position"
      FROM "Document" WHERE "number" IS NOT NULL
    ) numbered WHERE "position" > 1
  );
BEGIN
  EXECUTE 'CREATE UNIQUE INDEX "Document_number_merchantId_key" ON "Document"("number", "merchantId")'
    || CASE WHEN cardinality(doubles) = 0 THEN '' ELSE format(' WHERE "id" <> ALL (%L::text[])', doubles) END;
END
$$;

CREATE TYPE "VatCheckState" AS ENUM ('valid', 'invalid', 'unverified');

CREATE TABLE "VatCheck" (
    "id" BIGSERIAL NOT NULL,
    "merchantId" TEXT NOT NULL,
    "vatIdentifier" TEXT NOT NULL,
    "state" "VatCheckState" NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "consultationNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "VatCheck_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "VatCheck_merchantId_vatIdentifier_checkedAt_idx" ON "VatCheck"("merchantId", "vatIdentifier", "checkedAt");
CREATE INDEX "VatCheck_state_checkedAt_idx" ON "VatCheck"("state", "checkedAt");

ALTER TABLE "VatCheck" ADD CONSTRAINT "VatCheck_merchantId_fkey"
  FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION check_document_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  issue_facts INT := num_nonnulls(
    NEW."number", NEW."sequence", NEW."period", NEW."issueDate", NEW."hash", NEW."previousHash", NEW."issuedAt"
  );
BEGIN
  IF NEW."state" IN ('draft', 'discarded') AND issue_facts > 0 THEN
    RAISE EXCEPTION 'A draft has no number' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" IN ('issued', 'redacted') AND issue_facts < 7 THEN
    RAISE EXCEPTION 'An issued document has a number, a date and a hash' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."state" IN ('redacted', 'discarded')) <> (NEW."content" IS NULL) THEN
    RAISE EXCEPTION 'A document has content until it is redacted or discarded' USING ERRCODE = 'check_violation';
  END IF;
  -- KIND_FACTS.isKeptByLaw in core/domain/merchant.
  IF NEW."state" = 'redacted' AND NEW."kind" NOT IN ('orderConfirmation', 'proforma', 'deliveryNote') THEN
    RAISE EXCEPTION 'The law keeps document %', NEW."number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION keep_issued_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Document % is issued and is never deleted', OLD."number" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."merchantId", OLD."shopId", OLD."orderId", OLD."kind", OLD."part", OLD."journalId", OLD."number",
      OLD."sequence", OLD."period", OLD."issueDate", OLD."hash", OLD."previousHash", OLD."listPosition",
      OLD."currency", OLD."total", OLD."issuedAt")
     IS DISTINCT FROM
     (NEW."merchantId", NEW."shopId", NEW."orderId", NEW."kind", NEW."part", NEW."journalId", NEW."number",
      NEW."sequence", NEW."period", NEW."issueDate", NEW."hash", NEW."previousHash", NEW."listPosition",
      NEW."currency", NEW."total", NEW."issuedAt")
     OR NOT (NEW."state" = OLD."state" OR NEW."state" = 'redacted')
     OR (NEW."state" = 'issued' AND NEW."content" IS DISTINCT FROM OLD."content")
  THEN
    RAISE EXCEPTION 'Document % is issued and is never changed', OLD."number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

-- New merchants get the new journals and their rule as defaults; who has stored settings gets them here. Patterns are
-- compared as patternShape in core/domain/merchant does: padding makes no other number.
DO $$
DECLARE
  added JSONB;
BEGIN
  FOR added IN SELECT jsonb_array_elements('[
    {"journalId": "credit-notes", "name": "Credit notes", "pattern": "CN{year}-{number:4}", "startNumber": 1, "resetsYearly": true},
    {"journalId": "proformas", "name": "Pro formas", "pattern": "PF{year}-{number:4}", "startNumber": 1, "resetsYearly": true}
  ]') LOOP
    UPDATE "Merchant" SET "settings" = jsonb_set("settings", '{journals}', "settings"->'journals' || added)
    WHERE jsonb_array_length("settings"->'journals') < 10
      AND NOT EXISTS (
        SELECT FROM jsonb_array_elements("settings"->'journals') stored
        WHERE stored->>'journalId' = added->>'journalId'
          OR regexp_replace(stored->>'pattern', '\{number:\d\}', '{number}', 'g')
           = regexp_replace(added->>'pattern', '\{number:\d\}', '{number}', 'g')
      );
  END LOOP;
END
$$;

-- As a draft: nothing is sent that the merchant did not choose. Not without its journal: such settings cannot be read.
UPDATE "Merchant" SET "settings" = jsonb_set("settings", '{rules}', "settings"->'rules' || jsonb_build_object(
    'ruleId', 'credit-note-when-refunded', 'isActive', true, 'kind', 'creditNote', 'event', 'orderRefunded',
    'when', 'always', 'journalId', 'credit-notes', 'delivery', 'draft',
    'activeSince', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ))
WHERE jsonb_array_length("settings"->'rules') < 50
  AND NOT "settings"->'rules' @> '[{"ruleId": "credit-note-when-refunded"}]'
  AND ("settings"->'journals' IS NULL OR "settings"->'journals' @> '[{"journalId": "credit-notes"}]');
