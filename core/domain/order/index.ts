export {
  normalisedOrderSchema,
  type NormalisedOrder,
  type OrderCharge,
  type OrderLine,
  type OrderTax,
} from "./normalised-order.ts";
