import { expect, it } from "vitest";
import { plainText, withoutEntities } from "./plain-text.ts";

it.each([
  ["Mug &amp; saucer", "Mug & saucer"],
  ["Mug <b>“Zoë”</b> <small class='x'>blue</small>", "Mug “Zoë” blue"],
  ["Mug &times; 2", "Mug × 2"],
  ["Two<br />lines", "Two lines"],
  ["&#8211; &#x2013; &Eacute;t&eacute; &AMP;", "– – Été &"],
  ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ["&lt;b&gt; is text", "<b> is text"],
  ["a < b and c > d", "a < b and c > d"],
  ["<script>alert(1)</script>Mug", "Mug"],
  ["<img src=x onerror=alert(1)>Mug<!-- secret -->", "Mug"],
  ["  much \n\t space&nbsp;here ", "much space here"],
  [
    "&toString; &unknown; &#0; &#xd800; &#99999999; &",
    "&toString; &unknown; &#0; &#xd800; &#99999999; &",
  ],
  ["كوب قهوة 🫖", "كوب قهوة 🫖"],
])("%s reads %s", (html, text) => {
  expect(plainText(html)).toBe(text);
});

it("leaves what a person wrote, but for entities", () => {
  expect(withoutEntities("Bel &lt;ook&gt; bij 79 &amp; <b>wacht</b>\nOK")).toBe(
    "Bel <ook> bij 79 & <b>wacht</b>\nOK",
  );
});

it.each(["<a", "<script>", "&#1", "<script", "</p"])(
  "takes no longer for a hundred thousand times %s",
  (part) => {
    const started = performance.now();
    plainText(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);
