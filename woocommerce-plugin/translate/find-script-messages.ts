import ts from "typescript";
import type { Message } from "./message.ts";

const NAMES = ["__", "_n", "_x"];

/** The texts that the admin page speaks: calls of `__`, `_n` and `_x` with plain strings. */
export function findScriptMessages(code: string, file: string): Message[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const name = node.expression.text;
      if (NAMES.includes(name)) found.push(messageOf(name, node, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function messageOf(name: string, call: ts.CallExpression, source: ts.SourceFile): Message {
  const line = source.getLineAndCharacterOfPosition(call.getStart()).line + 1;
  const place = `${source.fileName}:${line}`;
  const [text = "", second = ""] = call.arguments.map((argument) =>
    ts.isStringLiteralLike(argument) ? argument.text : "",
  );
  if (text === "") throw new Error(`${place}: write the text itself, as a plain string.`);
  return {
    text,
    plural: name === "_n" ? second : "",
    context: name === "_x" ? second : "",
    comment: commentBefore(call, source),
    place,
    isScript: true,
  };
}

/** `translators:` in a comment on the call, or on what the call is a part of. */
function commentBefore(call: ts.Node, source: ts.SourceFile): string {
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    for (const { pos, end } of ts.getLeadingCommentRanges(source.text, node.pos) ?? []) {
      const words = /translators: (.*?)\s*(\*\/)?$/s.exec(source.text.slice(pos, end))?.[1];
      if (words !== undefined) return words;
    }
    if (ts.isStatement(node) || ts.isPropertyAssignment(node)) return "";
  }
  return "";
}
