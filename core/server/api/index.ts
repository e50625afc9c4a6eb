export { registerSite } from "./connect-site.ts";
export { createApi } from "./create-api.ts";
export { siteOf } from "./site-address.ts";
