export { readPage, type PageProblem } from "./read-page.ts";
