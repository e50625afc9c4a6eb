import { z } from "zod";

/** A single address, or nothing. Bounded, so that a hostile value cannot make the check slow. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, "at most 254 characters")
  .regex(/^([^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+)?$/, {
    message: "expected an e-mail address, such as info@shop.be",
  });
