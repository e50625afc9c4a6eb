import { __ } from "@wordpress/i18n";
import type { ProblemKind } from "../api/problem.ts";

/** Words of the frame around every screen. */
export const frameWords = {
  name: "Docket",
  menu: __("Docket screens", "docket"),
  screens: {
    home: __("Home", "docket"),
    documents: __("Documents", "docket"),
    orders: __("Orders", "docket"),
    plan: __("Plan", "docket"),
    settings: __("Settings", "docket"),
  },
  loading: __("Loading…", "docket"),
  retry: __("Try again", "docket"),
  reload: __("Reload the page", "docket"),
  cancel: __("Cancel", "docket"),
  pages: {
    label: __("Pages of this list", "docket"),
    previous: __("Previous page", "docket"),
    next: __("Next page", "docket"),
  },
  leave: {
    title: __("Leave without saving?", "docket"),
    text: __("What you changed on this screen is lost.", "docket"),
    confirm: __("Leave", "docket"),
    stay: __("Stay here", "docket"),
  },
  crashed: {
    title: __("This screen could not be shown", "docket"),
    text: __("Your documents and settings are not affected. Reload the page.", "docket"),
  },
};

interface ProblemWords {
  readonly title: string;
  /** What it means and the one thing to do. */
  readonly text: string;
}

export const problemWords: Readonly<Record<ProblemKind, ProblemWords>> = {
  notConnected: {
    title: __("This shop is not connected to Docket", "docket"),
    text: __(
      "Orders wait here meanwhile, and nothing is lost. Connect the shop, and its documents are made.",
      "docket",
    ),
  },
  unreachable: {
    title: __("Docket does not answer at the moment", "docket"),
    text: __(
      "Your documents and numbers are safe, and new orders are sent to Docket as soon as it answers. Try again in a minute.",
      "docket",
    ),
  },
  clock: {
    title: __("The clock of your website is wrong", "docket"),
    text: __(
      "Docket refuses messages that seem to come from another time. Ask your hosting provider to set the server's clock. Orders wait meanwhile.",
      "docket",
    ),
  },
  session: {
    title: __("Your session has ended", "docket"),
    text: __("WordPress asks you to sign in again from time to time. Reload the page.", "docket"),
  },
  permission: {
    title: __("Your account may not do this", "docket"),
    text: __("Ask an administrator for the role of shop manager.", "docket"),
  },
  offline: {
    title: __("You are offline", "docket"),
    text: __("Your browser has no connection to the internet. Nothing was changed.", "docket"),
  },
  absent: {
    title: __("This is not here", "docket"),
    text: __("It may have been discarded, or it belongs to another shop.", "docket"),
  },
  other: {
    title: __("This did not work", "docket"),
    text: __("Nothing was changed. Documents and numbers are safe. Try again.", "docket"),
  },
};

export const connectLabel = __("Connect the shop", "docket");
