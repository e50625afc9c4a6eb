import type { CustomerIdentity, FileStore, PrivacyReport, PrivacyStore } from "#domain/workflows";

/** Collects all that Docket has about a customer and keeps the collection for the merchant to hand over. */
export async function exportCustomer(
  customer: CustomerIdentity,
  privacy: PrivacyStore,
): Promise<void> {
  const collected = await privacy.collectCustomer(customer);
  const report = {
    type: "customerExport",
    subject: customer.email,
    redacted: [],
    kept: [],
  } as const;
  await privacy.saveReport(report, collected);
}

/** Redacts, removes the files of what was redacted, and keeps and gives the report: what went, what stays, and why. */
export async function redact(
  redactRows: () => ReturnType<PrivacyStore["redactCustomer"]>,
  privacy: PrivacyStore,
  files: FileStore,
): Promise<PrivacyReport> {
  const { report, fileKeys } = await redactRows();
  for (const fileKey of fileKeys) await files.remove(fileKey);
  await privacy.saveReport(report, null);
  return report;
}
