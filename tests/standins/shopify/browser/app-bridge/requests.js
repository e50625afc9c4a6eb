// Requests of the app to itself carry a session token.
import { call, config, send } from "./messages.js";

export const idToken = () => call("idToken", { apiKey: config.apiKey });
const realFetch = window.fetch.bind(window);

window.fetch = async (input, init = {}) => {
  const isRequest = input instanceof Request;
  const url = new URL(isRequest ? input.url : input, location.href);
  if (url.origin !== location.origin) return realFetch(input, init);
  const attempt = async () => {
    const headers = new Headers(init.headers ?? (isRequest ? input.headers : undefined));
    headers.set("Authorization", `Bearer ${await idToken()}`);
    headers.set("X-Requested-With", "XMLHttpRequest");
    return realFetch(isRequest ? input.clone() : input, { ...init, headers });
  };
  let response = await attempt();
  const mayRetry = response.headers.get("X-Shopify-Retry-Invalid-Session-Request");
  if (response.status === 401 && mayRetry) response = await attempt();
  const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
  if (!elsewhere) return response;
  send("redirectTop", new URL(elsewhere, location.href).href);
  return new Promise(() => {});
};
