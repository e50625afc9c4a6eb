import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64Element, cleanText, demandedGroup, element, group, xmlDocument } from "./xml.ts";

describe("an element", () => {
  it.each([
    ["markup", `</a><script>"&'`, `&lt;/a&gt;&lt;script&gt;&quot;&amp;'`],
    ["an entity", "&lt;", "&amp;lt;"],
    ["the end of CDATA", "]]>", "]]&gt;"],
    ["control characters", "a\u0000b\u0008c\u001Bd\u007Fe\u0085f", "abcdef"],
    ["Windows' line ends", "a\r\nb\rc\td", "a\nb\nc\td"],
    ["half a surrogate", "a\uD800b", "a\uFFFDb"],
    ["non-characters", "a\uFFFE\uFFFFb", "ab"],
    ["Arabic and an emoji", "شكرا 🎁", "شكرا 🎁"],
  ])("takes %s", (_, text, written) => {
    expect(element("a", text)).toBe(`<a>${written}</a>`);
  });

  it("escapes its attribute, and leaves an empty one out", () => {
    expect(element("a", "1", ["b", `"<&`])).toBe(`<a b="&quot;&lt;&amp;">1</a>`);
    expect(element("a", "1", ["b", ""])).toBe("<a>1</a>");
    expect(element("a", "1", ["b", "2"], ["c", "3"])).toBe('<a b="2" c="3">1</a>');
  });

  it.each(["", "  \n", "\u0000\u0007", "\u00A0"])("of nothing (%j) is nothing", (text) => {
    expect(element("a", text, ["b", "c"])).toBe("");
  });
});

it("takes a large file as it is, and nothing but base64", () => {
  const base64 = "QUJD".repeat(1_000_000);
  expect(base64Element("a", base64, ["b", "<"])).toBe(`<a b="&lt;">${base64}</a>`);
  for (const text of ["", "QUJD\n", "<a/>", "QQ===", "Q=Q="])
    expect(() => base64Element("a", text)).toThrow("expected base64");
});

it("drops a group of nothing, but for one that its schema demands", () => {
  expect(group("a", "", group("b", element("c", "")))).toBe("");
  expect(group("a", "", element("b", "1"))).toBe("<a><b>1</b></a>");
  expect(demandedGroup("a", "")).toBe("<a/>");
  expect(demandedGroup("a", element("b", "1"))).toBe("<a><b>1</b></a>");
});

it("begins with UTF-8 and the namespaces", () => {
  expect(xmlDocument("A", { "": "urn:x", b: "urn:y" }, [element("b:c", "1")])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="urn:x" xmlns:b="urn:y"><b:c>1</b:c></A>\n`,
  );
});

it("never lets a text out of its element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const content = element("a", text).replace(/^<a>|<\/a>$/g, "");
      expect(content).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
      expect(content.isWellFormed()).toBe(true);
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});
