// The elements that the admin draws for the app.
import { describe, send } from "./messages.js";

const OBSERVED = { childList: true, subtree: true, characterData: true, attributes: true };

/** An element whose children React may add or change at any time: `sync` tells the admin again. */
class SyncedElement extends HTMLElement {
  connectedCallback() {
    this.style.display = "none";
    this.observer = new MutationObserver(() => this.sync());
    this.observer.observe(this, {
      ...OBSERVED,
      attributeFilter: ["disabled", "variant", "loading", "href", "tone"],
    });
    queueMicrotask(() => this.sync());
  }
  disconnectedCallback() {
    this.observer.disconnect();
  }
  sync() {}
}

class UiTitleBar extends SyncedElement {
  static observedAttributes = ["title"];
  attributeChangedCallback() {
    this.sync();
  }
  sync() {
    if (!this.isConnected) return;
    const modal = this.closest("ui-modal");
    if (modal) return modal.drawTitleBar?.();
    const all = [...this.querySelectorAll("button, a")];
    const breadcrumb = all.find((element) => element.getAttribute("variant") === "breadcrumb");
    const actions = all.filter((element) => element !== breadcrumb).map(describe);
    send("titleBar", {
      title: this.getAttribute("title") ?? document.title,
      breadcrumb: describe(breadcrumb),
      // Secondary actions first, the primary one last, as the admin shows them.
      actions: actions.toSorted((a, b) => Number(a.primary) - Number(b.primary)),
    });
  }
  disconnectedCallback() {
    super.disconnectedCallback();
    if (!document.querySelector("ui-title-bar"))
      send("titleBar", { title: document.title, actions: [] });
  }
}

class UiNavMenu extends SyncedElement {
  sync() {
    const links = [...this.querySelectorAll("a, s-link")].map((link) => ({
      href: link.getAttribute("href"),
      label: link.textContent.trim(),
      home: link.getAttribute("rel") === "home",
    }));
    send("navMenu", links);
  }
}

class UiSaveBar extends SyncedElement {
  showing = false;
  discardConfirmation = false;
  sync() {
    if (!this.showing) return;
    send("saveBar", {
      open: true,
      save: describe(this.querySelector("button[variant=primary]")),
      discard: describe(this.querySelector("button:not([variant=primary])")),
      confirmDiscard: this.discardConfirmation || this.hasAttribute("discardConfirmation"),
    });
  }
  async show() {
    if (this.showing) return;
    this.showing = true;
    this.sync();
    this.dispatchEvent(new Event("show"));
  }
  async hide() {
    if (!this.showing) return;
    this.showing = false;
    send("saveBar", { open: false });
    this.dispatchEvent(new Event("hide"));
  }
  toggle() {
    return this.showing ? this.hide() : this.show();
  }
  disconnectedCallback() {
    super.disconnectedCallback();
    void this.hide();
  }
}

const MODAL_WIDTHS = { small: "380px", base: "620px", large: "980px", max: "100vw" };

class UiModal extends HTMLElement {
  constructor() {
    super();
    this.body = document.createElement("div");
    this.heading = document.createElement("strong");
    this.footer = document.createElement("div");
  }
  get content() {
    return this.body;
  }
  set content(element) {
    this.body.replaceChildren(element);
  }
  connectedCallback() {
    this.style.display = "none";
    if (this.dialog) return;
    this.dialog = document.createElement("dialog");
    this.dialog.style.cssText =
      "border:0;border-radius:16px;padding:0;max-width:94vw;max-height:90vh";
    const top = document.createElement("div");
    top.style.cssText =
      "display:flex;justify-content:space-between;padding:12px 16px;background:#f3f3f3;font:600 14px system-ui";
    const close = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "✕",
    });
    close.style.cssText = "border:0;background:none;cursor:pointer;font:inherit";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => void this.hide());
    top.append(this.heading, close);
    this.footer.style.cssText = "display:flex;justify-content:flex-end;gap:8px;padding:0 16px";
    this.dialog.append(top, this.body, this.footer);
    this.dialog.addEventListener("close", () => this.dispatchEvent(new Event("hide")));
    document.body.append(this.dialog);
  }
  disconnectedCallback() {
    this.dialog?.remove();
    this.dialog = undefined;
  }
  drawTitleBar() {
    const bar = this.querySelector("ui-title-bar");
    this.heading.textContent = bar?.getAttribute("title") ?? "";
    const buttons = [...(bar?.querySelectorAll("button") ?? [])].map((original) => {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.textContent = original.textContent;
      button.disabled = original.disabled || original.getAttribute("loading") !== null;
      const isPrimary = original.getAttribute("variant") === "primary";
      button.style.cssText = `margin:12px 0;padding:6px 12px;border:0;border-radius:8px;font:550 13px system-ui;cursor:pointer;${isPrimary ? "background:#303030;color:#fff" : "background:#e3e3e3"}`;
      button.addEventListener("click", () => original.click());
      return button;
    });
    this.footer.replaceChildren(...buttons.toReversed());
  }
  async show() {
    if (!this.dialog || this.dialog.open) return;
    this.drawTitleBar();
    this.takeChildren();
    this.dialog.style.width = MODAL_WIDTHS[this.getAttribute("variant") ?? "base"];
    const source = this.getAttribute("src");
    if (source) this.body.innerHTML = "";
    if (source) this.body.append(Object.assign(document.createElement("iframe"), { src: source }));
    this.dialog.showModal();
    this.dispatchEvent(new Event("show"));
  }
  /** Without React, the content is written as children. React puts it into `content` itself. */
  takeChildren() {
    if (this.body.hasChildNodes()) return;
    const bars = ["UI-TITLE-BAR", "UI-SAVE-BAR"];
    const own = [...this.children].filter((child) => !bars.includes(child.tagName));
    this.body.append(...own.filter((child) => child.hasChildNodes()));
  }
  async hide() {
    if (this.dialog?.open) this.dialog.close();
  }
  toggle() {
    return this.dialog?.open ? this.hide() : this.show();
  }
}

const elements = {
  "ui-title-bar": UiTitleBar,
  "ui-nav-menu": UiNavMenu,
  "s-app-nav": class extends UiNavMenu {},
  "ui-save-bar": UiSaveBar,
  "ui-modal": UiModal,
};
for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);
