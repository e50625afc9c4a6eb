import { expect, test } from "vitest";
import { problemKind, readProblem } from "./problem.ts";

test("a WordPress error is read, with what the service said inside", () => {
  const problem = readProblem({
    code: "docket_settings_wrong",
    message: "Two fields are wrong",
    data: { status: 422, fieldErrors: { "seller.iban": "check the digits", odd: 3 } },
  });
  expect(problem).toEqual({
    code: "settings-wrong",
    status: 422,
    message: "Two fields are wrong",
    fieldErrors: { "seller.iban": "check the digits" },
    findings: [],
    draft: null,
  });
});

test("the service's own form is read too", () => {
  const finding = { ruleId: "BR-CO-26" };
  const draft = { documentId: "doc_1" };
  const problem = readProblem(
    { error: { code: "refused", message: "No", findings: [finding], draft } },
    409,
  );
  expect(problem.code).toBe("refused");
  expect(problem.status).toBe(409);
  expect(problem.findings).toEqual([finding]);
  expect(problem.draft).toEqual(draft);
});

test.each([undefined, null, "down", 3, [], { error: "text" }, { data: null }])(
  "what is no answer at all (%j) is a problem without words",
  (thrown) => {
    expect(readProblem(thrown)).toMatchObject({ code: "", status: 0, message: "", findings: [] });
  },
);

test.each([
  ["not-connected", 409, "notConnected"],
  ["service-unreachable", 502, "unreachable"],
  ["clock-off", 401, "clock"],
  ["rest-cookie-invalid-nonce", 403, "session"],
  ["rest-forbidden", 403, "permission"],
  ["offline-error", 0, "offline"],
  ["gone", 404, "absent"],
  ["", 503, "unreachable"],
  ["broken", 500, "other"],
])("%s with %i asks for %s", (code, status, kind) => {
  expect(problemKind({ code, status })).toBe(kind);
});
