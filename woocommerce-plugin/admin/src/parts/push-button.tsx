import { Button } from "@wordpress/components";
import type { ReactNode } from "react";

interface PushButtonProps {
  readonly variant?: "primary" | "secondary" | "tertiary" | "link";
  readonly isDestructive?: boolean;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly isSmall?: boolean;
  /** Of a button that stays down: which of several is chosen. */
  readonly isPressed?: boolean;
  readonly type?: "button" | "submit";
  /** What a screen reader says, when the words on it need their row. */
  readonly spokenName?: string;
  readonly isExpanded?: boolean;
  readonly controls?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A button that stays in the tab order while it can do nothing. */
export const PushButton = ({
  variant = "secondary",
  isDestructive = false,
  isBusy = false,
  isDisabled = false,
  isPressed,
  type = "button",
  ...props
}: PushButtonProps) => (
  <Button
    __next40pxDefaultSize
    accessibleWhenDisabled
    variant={variant}
    type={type}
    size={props.isSmall ? "compact" : "default"}
    isDestructive={isDestructive}
    isBusy={isBusy}
    disabled={isDisabled || isBusy}
    {...(isPressed === undefined ? {} : { isPressed })}
    aria-label={props.spokenName}
    aria-expanded={props.isExpanded}
    aria-controls={props.controls}
    onClick={props.onClick}
  >
    {props.children}
  </Button>
);
