import { useEffect, useRef } from "@wordpress/element";
import type { ReactNode } from "react";
import { Link } from "../navigation/link.tsx";
import type { Place } from "../navigation/route.ts";

interface ScreenProps {
  readonly title: string;
  /** Beside the title. */
  readonly badges?: ReactNode;
  readonly subtitle?: string;
  readonly actions?: ReactNode;
  readonly back?: { readonly label: string; readonly to: Place };
  readonly children: ReactNode;
}

const siteTitle = document.title;
let isFirstScreen = true;

/** A screen's head. Coming from another screen, the focus is on its title, so that a screen reader says where one is. */
export function Screen({ title, badges, subtitle, actions, back, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} ‹ ${siteTitle}`;
  }, [title]);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus({ preventScroll: true });
    if (!isFirstScreen) window.scrollTo({ top: 0 });
    isFirstScreen = false;
  }, []);
  return (
    <div className="docket-screen">
      {back && (
        <p className="docket-back">
          <Link to={back.to}>
            <span aria-hidden="true" className="docket-arrow" />
            {back.label}
          </Link>
        </p>
      )}
      <div className="docket-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title} {badges}
          </h1>
          {subtitle && <p className="docket-quiet">{subtitle}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
