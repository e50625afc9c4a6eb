-- A snapshot counts from the instant before the shop was asked; whoever saves one says when that was.
ALTER TABLE "Order" RENAME COLUMN "savedAt" TO "readAt";
ALTER TABLE "Order" ALTER COLUMN "readAt" DROP DEFAULT;

ALTER TABLE "Session" ADD COLUMN "renewingUntil" TIMESTAMPTZ(3);

CREATE INDEX "InboundEvent_state_receivedAt_idx" ON "InboundEvent"("state", "receivedAt");
CREATE INDEX "Document_state_issuedAt_id_idx" ON "Document"("state", "issuedAt", "id");
CREATE INDEX "Delivery_state_nextAttemptAt_idx" ON "Delivery"("state", "nextAttemptAt");

-- A transaction may not use the value it adds, so below it stands in functions' bodies only.
ALTER TYPE "DocumentState" ADD VALUE 'discarded';

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
  IF NEW."state" = 'redacted' AND NEW."kind" NOT IN ('orderConfirmation', 'deliveryNote') THEN
    RAISE EXCEPTION 'The law keeps document %', NEW."number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

DROP TRIGGER keep_issued_document ON "Document";
CREATE TRIGGER keep_issued_document BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW WHEN (OLD."state" IN ('issued', 'redacted')) EXECUTE FUNCTION keep_issued_document();
