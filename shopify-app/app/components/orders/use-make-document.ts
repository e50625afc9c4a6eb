import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { ordersWords as words } from "../../wording/orders.ts";
import { documentName } from "../documents/document-row.tsx";
import { useAnswer } from "../use-answer.ts";
import type { MakeCommand, MakeOutcome } from "./make-document.ts";

/** Makes a document of an order and says how it went. */
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
    make: (command: MakeCommand, forOrder: string) => {
      setOrderNumber(forOrder);
      fetcher.submit({ ...command }, { method: "post", encType: "application/json" });
    },
    runningText: isRunning ? words.making(orderNumber) : null,
    problem: outcome && "problem" in outcome ? outcome.problem : null,
    orderNumber,
  };
}
