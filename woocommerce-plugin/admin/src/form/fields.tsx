import type { FieldPath } from "#domain/screens";
import { BaseControl, CheckboxControl, SelectControl, TextControl } from "@wordpress/components";
import type { ReactNode } from "react";
import { ChoiceList } from "../parts/choice-list.tsx";
import { FieldHelp } from "./field-help.tsx";
import type { SettingsForm } from "./use-settings-form.ts";

interface FieldProps<Values> {
  readonly form: SettingsForm<Values>;
  readonly path: FieldPath<Values>;
  readonly label: string;
  readonly help?: string;
  readonly isDisabled?: boolean;
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

interface FormTextProps<Values> extends FieldProps<Values> {
  readonly type?: "text" | "email" | "tel";
  readonly autoComplete?: string;
  readonly maxLength?: number;
}

/** A text of the settings. */
export const FormText = <Values,>({
  type = "text",
  autoComplete = "off",
  ...props
}: FormTextProps<Values>) => (
  <TextControl
    {...looksOf(props)}
    type={type}
    autoComplete={autoComplete}
    maxLength={props.maxLength}
    value={textOf(props.form.read(props.path))}
    onChange={(value) => props.form.write(props.path, value)}
  />
);

/** What every control is given. */
const looksOf = <Values,>({
  form,
  path,
  label,
  help = "",
  isDisabled = false,
}: FieldProps<Values>) => ({
  __nextHasNoMarginBottom: true,
  __next40pxDefaultSize: true,
  id: path,
  label,
  disabled: isDisabled,
  "aria-invalid": form.errorAt(path) !== "",
  help: <FieldHelp help={help} error={form.errorAt(path)} />,
});

interface FormLinesProps<Values> extends FieldProps<Values> {
  readonly rows: number;
}

/** A text of several lines. WordPress's own control forgets its label when it is given an id. */
export const FormLines = <Values,>({
  form,
  path,
  label,
  help = "",
  rows,
}: FormLinesProps<Values>) => (
  <BaseControl
    __nextHasNoMarginBottom
    id={path}
    label={label}
    help={<FieldHelp help={help} error={form.errorAt(path)} />}
  >
    <textarea
      className="docket-lines"
      id={path}
      aria-describedby={`${path}__help`}
      aria-invalid={form.errorAt(path) !== ""}
      rows={rows}
      value={textOf(form.read(path))}
      onChange={({ target }) => form.write(path, target.value)}
    />
  </BaseControl>
);

/** A whole number. What is not one is kept as it was typed, so that the service can say so. */
export const FormNumber = <Values,>(props: FieldProps<Values>) => (
  <TextControl
    {...looksOf(props)}
    inputMode="numeric"
    autoComplete="off"
    value={textOf(props.form.read(props.path))}
    onChange={(text) => props.form.write(props.path, /^\d+$/.test(text) ? Number(text) : text)}
  />
);

interface FormChoiceProps<Values> extends FieldProps<Values> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What is already known to be wrong, before the service is asked. */
  readonly problem?: string;
  /** Instead of writing the value. */
  readonly onChoose?: (value: string) => void;
}

export const FormChoice = <Values,>({
  options,
  problem = "",
  onChoose,
  ...props
}: FormChoiceProps<Values>) => {
  const { form, path, help = "" } = props;
  return (
    <SelectControl
      {...looksOf(props)}
      help={<FieldHelp help={help} error={problem || form.errorAt(path)} />}
      options={options}
      value={textOf(form.read(path))}
      onChange={onChoose ?? ((value) => form.write(path, value))}
    />
  );
};

interface FormOneOfProps<Values> extends FieldProps<Values> {
  readonly choices: Readonly<Record<string, string>>;
  /** What each choice means. */
  readonly meanings: Readonly<Record<string, string>>;
}

/** A choice whose options need a sentence each. */
export const FormOneOf = <Values,>({
  form,
  path,
  label,
  choices,
  meanings,
}: FormOneOfProps<Values>) => (
  <ChoiceList
    title={label}
    id={path}
    choices={Object.entries(choices).map(([value, name]) => ({
      value,
      label: name,
      help: meanings[value],
    }))}
    selected={textOf(form.read(path))}
    onChange={(value) => form.write(path, value)}
    error={form.errorAt(path)}
  />
);

/** Yes or no. */
export const FormSwitch = <Values,>(props: FieldProps<Values>) => {
  const { __next40pxDefaultSize: _ofText, ...looks } = looksOf(props);
  return (
    <CheckboxControl
      {...looks}
      checked={props.form.read(props.path) === true}
      onChange={(checked) => props.form.write(props.path, checked)}
    />
  );
};

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => (
  <div className="docket-field-row">{children}</div>
);
