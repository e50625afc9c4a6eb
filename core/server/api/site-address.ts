import { failed, ok, type Problem, type Result } from "#domain/result";

/** A WordPress site: one per host and folder, whatever its scheme. */
export interface Site {
  /** Such as `shop.example` or `example.com/winkel`: what names the shop. */
  readonly domain: string;
  readonly host: string;
  /** "" or `/winkel`. */
  readonly path: string;
}

type AddressProblem = Problem<"site-address">;

export function siteOf(siteUrl: string): Result<Site, AddressProblem> {
  const url = readUrl(siteUrl);
  if (url === undefined || url.search !== "") {
    return refuse(`${siteUrl} is not the address of a site, such as https://shop.example.`);
  }
  const path = url.pathname.replace(/\/+$/, "");
  return ok({ domain: url.host + path, host: url.host, path });
}

/** Where WordPress serves `docket/v1/verify`: below its REST prefix, or as a parameter where the site has no permalinks. */
const ROUTE = "/docket/v1/verify";
const BELOW_PREFIX = /^\/(index\.php\/)?[\w-]+\/docket\/v1\/verify\/?$/;
const AS_PARAMETER = /^\/(index\.php)?$/;

/**
 * The site's own place for proving who it is, with the challenge. Nothing but that place: sites share hosts, and the neighbour in
 * the next folder must not answer.
 */
export function verificationUrl(
  verifyUrl: string,
  { site, challenge }: { readonly site: Site; readonly challenge: string },
): Result<string, AddressProblem> {
  const url = readUrl(verifyUrl);
  const isBelow = url?.host === site.host && url.pathname.startsWith(`${site.path}/`);
  if (!isBelow) return refuse(`${verifyUrl} is not on the site ${site.domain}.`);
  const rest = url.pathname.slice(site.path.length);
  const isRoute =
    url.searchParams.get("rest_route") === ROUTE
      ? AS_PARAMETER.test(rest)
      : BELOW_PREFIX.test(rest);
  if (!isRoute) return refuse(`${verifyUrl} is not where the Docket plugin answers.`);
  url.searchParams.set("challenge", challenge);
  return ok(url.href);
}

function readUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  const isPlain =
    url !== null &&
    ["http:", "https:"].includes(url.protocol) &&
    url.username + url.password + url.hash === "";
  return isPlain ? url : undefined;
}

const refuse = (message: string) => failed({ code: "site-address", message } as const);
