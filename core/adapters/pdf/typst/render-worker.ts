import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { documentCompiler, type RenderRequest } from "./document-compiler.ts";

export interface RenderTask extends RenderRequest {
  readonly format: "pdf" | "svg";
}

/** `error`: this document cannot be typeset; the worker itself is well. */
export type RenderAnswer =
  { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly svg: string } | { readonly error: string };

/** Documents between two evictions: few enough for a flat memory, enough to reuse the fonts' work. */
const DOCUMENTS_PER_EVICTION = 10;

const port = parentPort;
if (port === null) throw new Error("render-worker.ts runs in a worker thread only");

const compiler = documentCompiler();
let documents = 0;

function render({ format, ...request }: RenderTask): RenderAnswer {
  try {
    if (format === "svg") return { svg: compiler.compileSvg(request) };
    // A copy of its own: the bytes are handed over to the other thread.
    return { pdf: new Uint8Array(compiler.compilePdf(request)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function answer(task: RenderTask): Promise<void> {
  const rendered = render(task);
  // Native memory is given back by finalisers, and those run between turns of the event loop.
  await nextTurn();
  documents += 1;
  if (documents % DOCUMENTS_PER_EVICTION === 0) compiler.evictCache();
  port?.postMessage(rendered, "pdf" in rendered ? [rendered.pdf.buffer] : []);
}

port.on("message", (task: RenderTask) => void answer(task));
