import { examineDocument } from "#domain/doctor";
import { draftDocument } from "#domain/document";
import { benchSettings, tenLineOrder } from "./invoice.ts";
import { spread } from "./spread.ts";

const ROUNDS = 5;

/** An order of ten lines computed, and the draft examined by the doctor: what stands before every number. */
export function benchDocument(documents: number): string {
  const orders = Array.from({ length: documents }, (_, index) => tenLineOrder(index));
  const milliseconds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    for (const order of orders) {
      const draft = draftDocument(order, "invoice", benchSettings);
      if (!draft.ok) throw new Error(draft.problem.message);
      examineDocument(draft.value);
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / documents;
  });
  return `order of 10 lines, computed and checked by the doctor: ${spread(milliseconds, 2)} ms CPU [≤ 1]`;
}
