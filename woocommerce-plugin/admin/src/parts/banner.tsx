import { Notice } from "@wordpress/components";
import type { ReactNode } from "react";

interface BannerProps {
  readonly status: "info" | "success" | "warning" | "error";
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A message that stays as long as it is true. What it asks for stands in it as a button. */
export const Banner = ({ status, title, children }: BannerProps) => (
  <Notice status={status} isDismissible={false} className="docket-banner" spokenMessage={title}>
    {title && <p className="docket-strong">{title}</p>}
    {typeof children === "string" ? <p>{children}</p> : children}
  </Notice>
);
