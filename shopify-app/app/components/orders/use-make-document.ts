import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { ordersWords as words } from "../../wording/orders.ts";
import { documentName } from "../documents/document-name.ts";
import { useAnswer } from "../use-answer.ts";
import type { CreditCommand, MakeCommand, MakeOutcome } from "./make-document.ts";

/** Makes a document of an order, or a credit note of its refund, and says how it went. */
export function useMakeDocument() {
  const shopify = useAppBridge();
  const fetcher = useFetcher<MakeOutcome>();
  const [orderNumber, setOrderNumber] = useState("");
  const isRunning = fetcher.state !== "idle";
  const outcome = isRunning ? undefined : fetcher.data;

  useAnswer(fetcher, (answer) => {
    if ("made" in answer) shopify.toast.show(words.made(documentName(answer.made)));
  });

  return {
    make: (command: MakeCommand | CreditCommand, forOrder: string) => {
      setOrderNumber(forOrder);
      const action = "refundId" in command ? "/app/refunds" : "/app/orders";
      fetcher.submit(JSON.stringify(command), {
        method: "post",
        action,
        encType: "application/json",
      });
    },
    runningText: isRunning ? words.making(orderNumber) : null,
    refusal: outcome && "problem" in outcome ? outcome : null,
    orderNumber,
  };
}
