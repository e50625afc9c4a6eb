/** What the plugin's PHP tells its page (Docket\Admin\Menu). */
interface PageFacts {
  /** The language of who is logged in, such as "nl-NL". */
  readonly userLocale: string;
  /** WooCommerce → Settings → Docket: the connection, and who e-mails the documents. */
  readonly connectionUrl: string;
  /** An order's own page; its id follows. */
  readonly orderUrl: string;
}

declare global {
  interface Window {
    readonly docketAdmin?: Partial<PageFacts>;
  }
}

export const pageFacts: PageFacts = {
  userLocale: document.documentElement.lang,
  connectionUrl: "admin.php?page=wc-settings&tab=docket",
  orderUrl: "post.php?action=edit&post=",
  ...window.docketAdmin,
};

export const orderHref = (orderId: string): string =>
  pageFacts.orderUrl + encodeURIComponent(orderId);
