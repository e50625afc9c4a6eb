/** A message as it stands alone beside a field: with a capital and a full stop. */
export function asSentence(message: string): string {
  const text = message.trim();
  const end = text === "" || /[.!?…]$/.test(text) ? "" : ".";
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}
