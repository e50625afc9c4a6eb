export { describeTrace } from "./describe-trace.ts";
export { examineDocument } from "./examine-document.ts";
export { explainRounding } from "./explain-rounding.ts";
export { type Finding, type Severity } from "./finding.ts";
