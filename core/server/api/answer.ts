import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { z } from "zod";
import type { Result } from "#domain/result";
import type { FileDownload } from "../desk/index.ts";
import { describeRefusal, Refusal, refuse, type ApiCode } from "./refusal.ts";

export type Answer = { readonly json: unknown } | { readonly file: FileDownload };

export const json = (value: unknown): Answer => ({ json: value });

/** The value, or its problem as a refusal. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refusal(result.problem);
  return result.value;
}

/** What is there. An id of another merchant's is simply not found. */
export const found = <Value>(value: Value | undefined, what: string): Value =>
  value ?? refuse("not-found", `There is no such ${what}.`);

/** Nothing here is for anyone between, nor for later. */
export const neverKept: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "private, no-store");
  next();
};

/** A handler that takes its time; what it throws is answered by `answerThrown`. */
export const answering =
  <Params>(
    answer: (request: Request<Params>, response: Response) => Promise<void>,
  ): RequestHandler<Params> =>
  async (request, response, next) => {
    try {
      await answer(request, response);
    } catch (error) {
      next(error);
    }
  };

export function send(response: Response, answer: Answer): void {
  if ("json" in answer) {
    response.json(answer.json);
    return;
  }
  const { fileName, mediaType, bytes } = answer.file;
  response
    .set({
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    })
    .end(bytes);
}

/** What Express and its parsers throw. */
const httpErrorSchema = z.object({ status: z.int().optional(), type: z.string().optional() });

/** Express's own reasons not to read a body (`type`), in our words. */
const OF_EXPRESS: Readonly<Record<string, readonly [ApiCode, string]>> = {
  "entity.too.large": ["too-large", "This is more than 5 MB, which Docket does not take."],
  "encoding.unsupported": ["encoded", "Send the body as it is, without compression."],
};

/** The one place where what was thrown becomes an answer. */
export function answerThrown(report: (where: string, problem: unknown) => void) {
  // oxlint-disable-next-line eslint/max-params -- Express knows it by its four
  const handler: ErrorRequestHandler = (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const refusal = thrown instanceof Refusal ? thrown : refusalOf(thrown);
    if (refusal.problem.code === "unexpected") report("api", thrown);
    const { status, body } = describeRefusal(refusal);
    response.status(status).json(body);
  };
  return handler;
}

function refusalOf(thrown: unknown): Refusal {
  const { type, status } = httpErrorSchema.safeParse(thrown).data ?? {};
  const known = OF_EXPRESS[type ?? ""];
  if (known !== undefined) return new Refusal({ code: known[0], message: known[1] });
  if (status !== undefined && status >= 400 && status < 500) {
    return new Refusal({ code: "bad-request", message: "Docket cannot read this request." });
  }
  const message = "Something went wrong in Docket. Try again in a moment.";
  return new Refusal({ code: "unexpected", message });
}
