interface FieldHelpProps {
  readonly help: string;
  /** "" when nothing is wrong. */
  readonly error: string;
}

/** What stands below a field: what is wrong with it, then what it is for. */
export const FieldHelp = ({ help, error }: FieldHelpProps) => (
  <>
    {error && <span className="docket-error">{error}</span>}
    {help}
  </>
);
