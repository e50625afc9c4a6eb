import type { Message } from "./message.ts";

const STRING = String.raw`'((?:[^'\\]|\\.)*)'`;
/** `__( 'text', 'docket' )`, `_x( 'text', 'context', 'docket' )`, and those that escape. */
const CALL = new RegExp(
  String.raw`\b(esc_html__|esc_html_e|esc_attr__|__|_x)\(\s*${STRING}(?:\s*,\s*${STRING})?\s*,\s*'docket'\s*\)`,
  "g",
);

/** The texts that PHP speaks. Throws on a call that it cannot read: no text may go untranslated unseen. */
export function findPhpMessages(code: string, file: string): Message[] {
  const calls = code.match(/\b(esc_html__|esc_html_e|esc_attr__|__|_[xne])\(/g) ?? [];
  const found = [...code.matchAll(CALL)];
  if (calls.length !== found.length) {
    throw new Error(
      `${file}: ${calls.length} texts, of which ${found.length} could be read. Write each in single quotes, with the domain.`,
    );
  }
  return found.map((match) => {
    const before = code.slice(0, match.index);
    return {
      text: unescape(match[2] ?? ""),
      plural: "",
      context: unescape(match[3] ?? ""),
      comment: commentBefore(before),
      place: `${file}:${before.split("\n").length}`,
      isScript: false,
    };
  });
}

/** On the line above, or earlier in the same statement. */
function commentBefore(before: string): string {
  const start = before.lastIndexOf("/* translators: ");
  const end = before.indexOf(" */", start);
  if (start < 0 || /[;{]|__\(/.test(before.slice(end))) return "";
  return before.slice(start + "/* translators: ".length, end);
}

const unescape = (text: string): string => text.replace(/\\(['\\])/g, "$1");
