-- What schema.prisma cannot say: which states a document can be in, and that an issued one stays as it is.
-- Triggers rather than CHECK constraints: the schema engine that compares schema and migrations ends at those.

CREATE FUNCTION check_document_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  issue_facts INT := num_nonnulls(
    NEW."number", NEW."sequence", NEW."period", NEW."issueDate", NEW."hash", NEW."previousHash", NEW."issuedAt"
  );
BEGIN
  IF NEW."state" = 'draft' AND issue_facts > 0 THEN
    RAISE EXCEPTION 'A draft has no number' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" <> 'draft' AND issue_facts < 7 THEN
    RAISE EXCEPTION 'An issued document has a number, a date and a hash' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."state" = 'redacted') <> (NEW."content" IS NULL) THEN
    RAISE EXCEPTION 'A document has content until it is redacted' USING ERRCODE = 'check_violation';
  END IF;
  -- KIND_FACTS.isKeptByLaw in core/domain/merchant.
  IF NEW."state" = 'redacted' AND NEW."kind" NOT IN ('orderConfirmation', 'deliveryNote') THEN
    RAISE EXCEPTION 'The law keeps document %', NEW."number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION keep_issued_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Document % is issued and is never deleted', OLD."number" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."merchantId", OLD."shopId", OLD."orderId", OLD."kind", OLD."journalId", OLD."number", OLD."sequence",
      OLD."period", OLD."issueDate", OLD."hash", OLD."previousHash", OLD."listPosition", OLD."currency", OLD."total",
      OLD."issuedAt")
     IS DISTINCT FROM
     (NEW."merchantId", NEW."shopId", NEW."orderId", NEW."kind", NEW."journalId", NEW."number", NEW."sequence",
      NEW."period", NEW."issueDate", NEW."hash", NEW."previousHash", NEW."listPosition", NEW."currency", NEW."total",
      NEW."issuedAt")
     OR NOT (NEW."state" = OLD."state" OR NEW."state" = 'redacted')
     OR (NEW."state" = 'issued' AND NEW."content" IS DISTINCT FROM OLD."content")
  THEN
    RAISE EXCEPTION 'Document % is issued and is never changed', OLD."number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Issued documents are never deleted' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER check_document_state BEFORE INSERT OR UPDATE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION check_document_state();

CREATE TRIGGER keep_issued_document BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW WHEN (OLD."state" <> 'draft') EXECUTE FUNCTION keep_issued_document();

CREATE TRIGGER keep_all_documents BEFORE TRUNCATE ON "Document"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- Lists read rows without their content, so content lies apart from them.
ALTER TABLE "Document" SET (toast_tuple_target = 1000);
