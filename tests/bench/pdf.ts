import { typstRenderer } from "#adapters/pdf/typst";
import { presentDocument } from "#domain/presentation";
import { tenLineInvoice } from "./invoice.ts";
import { inMegabytes, spread } from "./spread.ts";

const ROUND = 100;

/** Warm rendering in one worker thread, one document at a time: processor time, documents a second, memory from the first round to the last. */
export async function benchPdf(documents: number): Promise<string> {
  const renderer = typstRenderer();
  const render = (sequence: number) =>
    renderer.renderPdf(presentDocument(tenLineInvoice(sequence)), null, "2026-11-21");
  for (let sequence = 0; sequence < 20; sequence += 1) await render(sequence);
  const cpuMs: number[] = [];
  const perSecond: number[] = [];
  const memory: number[] = [];
  for (let done = 0; done < documents; done += ROUND) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    for (let index = 0; index < ROUND; index += 1) await render(done + index);
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.push((user + system) / 1000 / ROUND);
    perSecond.push((ROUND / (performance.now() - start)) * 1000);
    memory.push(process.memoryUsage.rss());
  }
  await renderer.close();
  return (
    `PDF, 10 lines, tagged PDF/A-3 with QR: ${spread(cpuMs, 1)} ms CPU [≤ 20], ${spread(perSecond)} a second [≥ 40], ` +
    `memory ${inMegabytes(memory[0] ?? 0)} → ${inMegabytes(memory.at(-1) ?? 0)} over ${documents} [flat]`
  );
}
