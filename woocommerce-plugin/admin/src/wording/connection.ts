import { __, _n, sprintf } from "@wordpress/i18n";
import type { ConnectionState } from "../connection/connection.ts";

export const connectionWords = {
  title: __("Connection", "docket"),
  loading: __("Looking at the connection…", "docket"),
  states: {
    none: __("Not connected", "docket"),
    connected: __("Connected", "docket"),
    moved: __("The site has moved", "docket"),
    refused: __("Refused by Docket", "docket"),
  } satisfies Record<ConnectionState, string>,
  meanings: {
    none: __(
      "Connecting shows Docket that this site is yours and gives it a secret of its own. From then on new orders get their documents.",
      "docket",
    ),
    connected: __("New orders and refunds reach Docket by themselves.", "docket"),
    moved: __(
      "This looks like a copy of your shop, or your shop has a new address. Nothing is sent to Docket until you connect it here, so that a test site never makes documents.",
      "docket",
    ),
    refused: __(
      "Docket knows this shop no more, or its secret was replaced. Orders wait here. Connect again; numbers and documents go on where they were.",
      "docket",
    ),
  } satisfies Record<ConnectionState, string>,
  facts: {
    service: __("Docket's address", "docket"),
    site: __("This shop", "docket"),
    connectedAt: __("Connected since", "docket"),
    lastContact: __("Last contact", "docket"),
    lastEvent: __("Last order received by Docket", "docket"),
    waiting: __("Orders waiting to be sent", "docket"),
    problem: __("Problem", "docket"),
    clock: __("Clock", "docket"),
    never: __("Never", "docket"),
    clockOff: (seconds: number) =>
      sprintf(
        /* translators: %d: seconds. */
        _n(
          "Your server's clock is %d second off; Docket allows for it.",
          "Your server's clock is %d seconds off; Docket allows for it.",
          seconds,
          "docket",
        ),
        seconds,
      ),
  },
  connect: {
    button: __("Connect", "docket"),
    again: __("Connect again", "docket"),
    running: __("Connecting. Docket looks at your site; this can take half a minute…", "docket"),
    done: __("The shop is connected.", "docket"),
    next: __("See what to do next", "docket"),
    failed: __("The shop was not connected", "docket"),
  },
  test: {
    title: __("Test", "docket"),
    text: __("Asks Docket whether it hears this shop.", "docket"),
    button: __("Test the connection", "docket"),
    running: __("Asking Docket…", "docket"),
    works: __("It works: Docket hears this shop.", "docket"),
    failed: __("The test failed", "docket"),
  },
  rotate: {
    title: __("Secret", "docket"),
    text: __(
      "Your site signs everything it sends with a secret that no page shows. Replace it when someone may have seen it, such as a copy of your database.",
      "docket",
    ),
    button: __("Replace the secret", "docket"),
    running: __("Replacing the secret…", "docket"),
    done: __("The secret was replaced. The old one opens nothing.", "docket"),
    failed: __("The secret was not replaced", "docket"),
  },
  disconnect: {
    title: __("Disconnect", "docket"),
    text: __(
      "New orders no longer get documents. Those that were made stay with Docket, and you can connect again.",
      "docket",
    ),
    button: __("Disconnect", "docket"),
    question: __("Disconnect this shop?", "docket"),
    running: __("Disconnecting…", "docket"),
    done: __("The shop is disconnected.", "docket"),
    failed: __("The shop was not disconnected", "docket"),
  },
  manual: {
    title: __("Connect by hand", "docket"),
    text: __(
      "Where Docket cannot look at your site (a password before it, a site that is not public yet), ask Docket for a Delivery URL and a Secret and enter them here.",
      "docket",
    ),
    show: __("Connect by hand", "docket"),
    hide: __("Hide", "docket"),
    deliveryUrl: __("Delivery URL", "docket"),
    deliveryUrlHelp: __("As Docket gave it: https://…/webhooks/woocommerce/…", "docket"),
    secret: __("Secret", "docket"),
    secretHelp: __("It is stored on your server and never shown again.", "docket"),
    missing: __("Give both the Delivery URL and the Secret.", "docket"),
    button: __("Connect with these", "docket"),
  },
};
