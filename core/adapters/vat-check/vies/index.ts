export { viesChecker } from "./vies-checker.ts";
