import { it } from "vitest";
import { randomOrder, randomFrom } from "../../../tests/support/random-orders.ts";
import { examineDocument } from "./index.ts";
import { draftRefundCredit } from "../document/credit/index.ts";
import { aRefund, frozen, invoiceOf, settings } from "../document/credit/test-support.ts";
import { decimal } from "#domain/money";
it("x", () => {
  const c = new Map<string, number>(); let notes=0, refused=0;
  for (let s=0;s<6000;s++){ const order={...randomOrder(s)}; if (!decimal(order.total).gt(0)) continue; const o={...order,paidAmount:order.total,isPaid:true}; 
   let inv; try { inv=invoiceOf(o);} catch {continue}
   const r=randomFrom(s+1); const creditNotes: any[]=[]; 
   for (let k=0;k<5;k++) { const line=o.lines[Math.floor(r()*o.lines.length)]!; 
     const refund = r()<0.3 ? aRefund({refundId:String(k), totalRefunded: decimal(o.total).times(0.1).round(o.currency==="JPY"?0:o.currency==="KWD"?3:2).toFixed()}) : aRefund({refundId:String(k), lines:[{lineId:line.lineId,quantity:"1",amountWithVat:null}], totalRefunded: decimal(line.unitPrice).round(o.currency==="JPY"?0:2).toFixed()});
     const d = draftRefundCredit({order:o,refund,invoices:[inv],creditNotes},settings); if(!d.ok){refused++;continue} notes++;
     for (const f of examineDocument(d.value)) { const kk=`${f.severity} ${f.ruleId} ${f.field.replace(/\d+/,"n")}`; c.set(kk,(c.get(kk)??0)+1); if (f.severity==="error" && (c.get(kk)??0)<3) console.log(s,o.currency, f.ruleId, f.field, f.message.en); }
     creditNotes.push(frozen(d.value,"C"+k)); } }
  console.log(notes,refused,[...c]);
}, 200000);
