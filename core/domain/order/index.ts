export {
  normalisedOrderSchema,
  type NormalisedOrder,
  type OrderCharge,
  type OrderLine,
  type OrderRefund,
  type OrderTax,
} from "./normalised-order.ts";
