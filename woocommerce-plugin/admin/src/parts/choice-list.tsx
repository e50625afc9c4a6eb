import { useId } from "@wordpress/element";
import type { ReactNode } from "react";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** What the choice means. */
  readonly help?: string | undefined;
  readonly isDisabled?: boolean;
}

interface ChoiceListProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly Choice<Value>[];
  readonly selected: string;
  readonly error?: string;
  /** Where an error of the settings leads to. */
  readonly id?: string;
  readonly onChange: (value: Value) => void;
}

/** A choice whose options need a sentence each. */
export function ChoiceList<Value extends string>({
  title,
  choices,
  selected,
  error = "",
  id,
  onChange,
}: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <fieldset className="docket-choices" id={id} tabIndex={id ? -1 : undefined}>
      <legend>{title}</legend>
      {choices.map(({ value, label, help, isDisabled = false }) => (
        <div className="docket-choice" key={value}>
          <input
            type="radio"
            id={`${name}-${value}`}
            name={name}
            checked={value === selected}
            disabled={isDisabled}
            aria-describedby={help ? `${name}-${value}-help` : undefined}
            onChange={() => onChange(value)}
          />
          <div>
            <label htmlFor={`${name}-${value}`}>{label}</label>
            {help && (
              <p className="docket-quiet" id={`${name}-${value}-help`}>
                {help}
              </p>
            )}
          </div>
        </div>
      ))}
      {error && <p className="docket-error">{error}</p>}
    </fieldset>
  );
}
