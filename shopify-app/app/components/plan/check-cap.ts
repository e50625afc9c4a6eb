import { capSchema } from "./plan-command.ts";

/** What is wrong with a limit as it was typed; "" when nothing is. The server checks it again. */
export const checkCap = (cap: string | null): string =>
  capSchema.nullable().safeParse(cap).error?.issues[0]?.message ?? "";
