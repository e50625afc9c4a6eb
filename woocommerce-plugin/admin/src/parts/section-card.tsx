import { Card, CardBody } from "@wordpress/components";
import type { ReactNode } from "react";

interface SectionCardProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A card with a heading, and a line that says what it is for. */
export const SectionCard = ({ title, text, children }: SectionCardProps) => (
  <Card className="docket-card">
    <CardBody>
      <h2>{title}</h2>
      {text && <p className="docket-quiet">{text}</p>}
      <div className="docket-stack">{children}</div>
    </CardBody>
  </Card>
);
