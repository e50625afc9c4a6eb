// node --import ./tests/standins/shopify/register.mjs … – the app itself never imports this.
// Sends every call the real Shopify libraries make to https://{shop}.myshopify.com to the stand-in at
// SHOPIFY_STANDIN_URL. It must run before @shopify/shopify-api's web-api adapter, which keeps the `fetch` it sees
// when it loads.
const realFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const standinUrl = process.env.SHOPIFY_STANDIN_URL;
  const url = new URL(input instanceof Request ? input.url : input);
  const isShopify = /\.(myshopify|shopify)\.com$/.test(url.hostname);
  if (!standinUrl || !isShopify) return realFetch(input, init);
  const target = new URL(`/_host/${url.hostname}${url.pathname}${url.search}`, standinUrl);
  return input instanceof Request
    ? realFetch(new Request(target, input), init)
    : realFetch(target, init);
};
