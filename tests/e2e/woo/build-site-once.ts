import { buildSite } from "../../standins/wordpress/build-site.ts";

/** Before the first test: building takes half a minute when there is nothing yet, which is no test's fault. */
export async function setup(): Promise<void> {
  await buildSite();
}
