import type { FieldPath } from "#domain/screens";
import {
  Checkbox,
  ChoiceList,
  Select,
  TextField,
  type SelectProps,
  type TextFieldProps,
} from "@shopify/polaris";
import type { SettingsForm } from "./use-settings-form.ts";

interface FieldProps<Values> {
  readonly form: SettingsForm<Values>;
  readonly path: FieldPath<Values>;
}

type Looks = "label" | "helpText" | "suffix" | "connectedLeft" | "disabled" | "maxLength";

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** A text of the settings. */
export function FormText<Values>({
  form,
  path,
  autoComplete = "off",
  ...looks
}: FieldProps<Values> &
  Pick<TextFieldProps, Looks | "type" | "multiline" | "maxHeight"> & { autoComplete?: string }) {
  return (
    <TextField
      {...looks}
      id={path}
      value={textOf(form.read(path))}
      onChange={(value) => form.write(path, value)}
      error={form.errorAt(path)}
      autoComplete={autoComplete}
    />
  );
}

/** A whole number. What is not one is kept as it was typed, so that the server can say so. */
export function FormNumber<Values>({
  form,
  path,
  ...looks
}: FieldProps<Values> & Pick<TextFieldProps, Looks>) {
  return (
    <TextField
      {...looks}
      id={path}
      inputMode="numeric"
      align="right"
      value={textOf(form.read(path))}
      onChange={(text) => form.write(path, /^\d+$/.test(text) ? Number(text) : text)}
      error={form.errorAt(path)}
      autoComplete="off"
    />
  );
}

interface FormChoiceProps<Values>
  extends FieldProps<Values>, Pick<SelectProps, "label" | "helpText" | "options"> {
  /** What is already known to be wrong, before the server is asked. */
  readonly problem?: string;
  /** Instead of writing the value. */
  readonly onChoose?: (value: string) => void;
}

export function FormChoice<Values>({
  form,
  path,
  problem = "",
  onChoose = (value) => form.write(path, value),
  ...looks
}: FormChoiceProps<Values>) {
  return (
    <Select
      {...looks}
      id={path}
      value={textOf(form.read(path))}
      onChange={onChoose}
      error={problem || form.errorAt(path)}
    />
  );
}

interface FormOneOfProps<Values> extends FieldProps<Values> {
  readonly label: string;
  readonly choices: Readonly<Record<string, string>>;
  /** What each choice means. */
  readonly help: Readonly<Record<string, string>>;
}

/** A choice whose options need a sentence each. */
export const FormOneOf = <Values,>({
  form,
  path,
  label,
  choices,
  help,
}: FormOneOfProps<Values>) => (
  <ChoiceList
    title={label}
    name={path}
    choices={Object.entries(choices).map(([value, name]) => ({
      value,
      label: name,
      id: `${path}.${value}`,
      helpText: help[value],
    }))}
    selected={[textOf(form.read(path))]}
    onChange={([value]) => form.write(path, value)}
    error={form.errorAt(path)}
  />
);

export function FormSwitch<Values>({
  form,
  path,
  ...looks
}: FieldProps<Values> & {
  readonly label: string;
  readonly helpText: string;
  readonly disabled?: boolean;
}) {
  return (
    <Checkbox
      {...looks}
      id={path}
      checked={form.read(path) === true}
      onChange={(checked) => form.write(path, checked)}
      error={form.errorAt(path)}
    />
  );
}
