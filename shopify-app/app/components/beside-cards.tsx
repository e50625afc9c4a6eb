import { Box } from "@shopify/polaris";
import type { ReactNode } from "react";

/** Text and buttons that stand between cards: on a phone, cards touch the edge of the screen and these should not. */
export const BesideCards = ({ children }: { readonly children: ReactNode }) => (
  <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>
);
