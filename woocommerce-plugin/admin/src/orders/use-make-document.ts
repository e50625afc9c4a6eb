import { useState } from "@wordpress/element";
import type { DocumentSummary } from "#domain/workflows";
import { call, servicePath } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { useTask } from "../api/use-task.ts";
import { documentName } from "../documents/document-name.ts";
import { useToast } from "../frame/toasts.tsx";
import { ordersWords as words } from "../wording/orders.ts";
import type { CreditCommand, MakeCommand } from "./make-document.ts";

/** Why nothing was issued, and of which order. */
export interface Refusal {
  readonly orderNumber: string;
  readonly problem: Problem;
}

/** Makes a document of an order, or a credit note of its refund, and says how it went. */
export function useMakeDocument(onDone: () => void) {
  const tell = useToast();
  const task = useTask();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const make = async (command: MakeCommand | CreditCommand, orderNumber: string) => {
    const { orderId, ...data } = command;
    const what = "refundId" in command ? "credit-notes" : "documents";
    setRefusal(null);
    const answer = await task.run(words.making(orderNumber), () =>
      call<DocumentSummary>(servicePath(`orders/${encodeURIComponent(orderId)}/${what}`), {
        method: "POST",
        data,
      }),
    );
    if (answer.ok) tell(words.made(documentName(answer.value)));
    else setRefusal({ orderNumber, problem: answer.problem });
    onDone();
  };
  return {
    make: (command: MakeCommand | CreditCommand, orderNumber: string) =>
      void make(command, orderNumber),
    runningText: task.text,
    refusal,
  };
}
