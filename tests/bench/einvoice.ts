import { eInvoiceOf, writeCii, writeUbl, type EInvoice } from "#domain/einvoice";
import { tenLineInvoice } from "./invoice.ts";
import { spread } from "./spread.ts";

const ROUNDS = 20;

/** From the document to the text, in one thread: processor time of each document. */
export function benchEInvoice(documents: number): string {
  const perRound = Math.max(1, Math.round(documents / ROUNDS));
  const invoices = Array.from({ length: perRound }, (_, index) => tenLineInvoice(index + 1));
  const measure = (write: (invoice: EInvoice) => string) => {
    const round = () => {
      const cpu = process.cpuUsage();
      for (const document of invoices) {
        const invoice = eInvoiceOf(document);
        if (!invoice.ok) throw new Error(invoice.problem.message);
        write(invoice.value);
      }
      const { user, system } = process.cpuUsage(cpu);
      return (user + system) / 1000 / perRound;
    };
    round(); // warm
    return spread(Array.from({ length: ROUNDS }, round), 2);
  };
  return (
    `e-invoice, 10 lines: UBL ${measure(writeUbl)} ms CPU [≤ 0.5], CII ${measure(writeCii)} ms CPU [≤ 0.5], ` +
    `${perRound * ROUNDS} of each`
  );
}
