import { Fragment } from "@wordpress/element";
import type { ReactNode } from "react";

interface Fact {
  readonly label: string;
  /** "" and null are left out. */
  readonly value: ReactNode;
}

export const FactList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="docket-facts">
    {facts
      .filter(({ value }) => value !== "" && value !== null)
      .map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);
