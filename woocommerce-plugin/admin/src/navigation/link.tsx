import { Button } from "@wordpress/components";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { addressOf, visit } from "./location.ts";
import type { Place } from "./route.ts";

/** A plain click stays in the page; any other (new tab, new window) is the browser's. */
function follow(event: MouseEvent, place: Place) {
  const isPlain =
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || event.defaultPrevented) return;
  event.preventDefault();
  visit(place);
}

interface LinkProps {
  readonly to: Place;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link to another place of the plugin. */
export const Link = ({ to, className, isCurrent = false, children }: LinkProps) => (
  <a
    href={addressOf(to)}
    className={className}
    aria-current={isCurrent ? "page" : undefined}
    onClick={(event) => follow(event, to)}
  >
    {children}
  </a>
);

interface LinkButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "size"> {
  readonly to: Place;
  /** What a screen reader says, when the words on it need their row. */
  readonly spokenName?: string;
  readonly children: ReactNode;
}

/** A link that looks like a button. */
export const LinkButton = ({
  to,
  variant = "secondary",
  spokenName,
  ...props
}: LinkButtonProps) => (
  <Button
    variant={variant}
    {...props}
    aria-label={spokenName}
    __next40pxDefaultSize
    href={addressOf(to)}
    onClick={(event: MouseEvent) => follow(event, to)}
  />
);
