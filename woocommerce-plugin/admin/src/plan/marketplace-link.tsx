import { Button } from "@wordpress/components";
import type { ReactNode } from "react";

interface MarketplaceLinkProps {
  readonly url: string;
  readonly variant?: "primary" | "secondary";
  readonly children: ReactNode;
}

/** To the page where the merchant's subscriptions are. */
export const MarketplaceLink = ({ url, variant = "secondary", children }: MarketplaceLinkProps) => (
  <Button variant={variant} __next40pxDefaultSize href={url}>
    {children}
  </Button>
);
