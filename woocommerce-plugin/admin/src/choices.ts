/** Options for a menu, in the order of the keys. */
export const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  keysOf(names).map((value): { value: Key; label: string } => ({ value, label: names[value] }));

/** True when `text`, such as a menu's value, is one of these. */
export const isKeyOf = <Key extends string>(
  names: Readonly<Record<Key, unknown>>,
  text: string,
): text is Key => Object.hasOwn(names, text);

export const keysOf = <Key extends string>(names: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(names).filter((key) => isKeyOf(names, key));
