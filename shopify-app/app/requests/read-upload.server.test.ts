import { expect, test } from "vitest";
import { readUpload } from "./read-upload.server.ts";

const statusOf = (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown);

test("a file arrives whole, with its type", async () => {
  const form = new FormData();
  form.set(
    "logo",
    new File([new Uint8Array([137, 80, 78, 71])], "logo.png", { type: "image/png" }),
  );
  const request = new Request("https://docket.test/", { method: "POST", body: form });
  const file = await readUpload(request, "logo");
  expect(file?.type).toBe("image/png");
  expect([...new Uint8Array((await file?.arrayBuffer()) ?? [])]).toEqual([137, 80, 78, 71]);
});

test("a file too large to be a logo is refused before it is read", async () => {
  const form = new FormData();
  form.set("logo", new File([new Uint8Array(700_000)], "logo.png", { type: "image/png" }));
  const request = new Request("https://docket.test/", { method: "POST", body: form });
  expect(await readUpload(request, "logo").catch(statusOf)).toBe(413);
});
