export { diskFiles } from "./disk-files.ts";
