import { connectShop } from "./connect-shop.ts";
import { dryRun } from "./dry-run.ts";
import { privacy } from "./privacy.ts";
import { Refusal } from "./refusal.ts";
import { reconcile } from "./reconcile.ts";
import { subscription } from "./subscription.ts";
import { validate } from "./validate.ts";
import { verify } from "./verify.ts";

const HELP = `npm run docket -- COMMAND

  dry-run --platform shopify|woocommerce --order FILE|FOLDER --out FOLDER
          [--settings FILE] [--logo FILE] [--date YYYY-MM-DD] [--refund REFUND_ID]
          [--kind invoice|creditNote|proforma|receipt|orderConfirmation|deliveryNote]
          computes documents from orders, without a database and without taking a number: document.json, document.pdf,
          invoice.ubl.xml, invoice.cii.xml, factur-x.pdf, and report.json with what the document doctor found
  validate --ubl FILE|FOLDER
          runs the official e-invoice rules over XML files, where they are present (tests/conformance/README.md)
  verify [--merchant ID]
          checks that numbers have no gap, dates run in order, the hash chain is intact and files match their hashes
  reconcile [--merchant ID] [--days 7]
          lists orders of the last days that should have a document and have none
  connect-shop --site https://shop.example
          connects a WooCommerce shop that cannot install the plugin: prints the delivery URL and the secret for its webhooks
  privacy --out FOLDER [--merchant ID]
          writes the answers to privacy requests: what was collected for a customer, what was removed, what stays and why
  subscription list
  subscription show  --shop DOMAIN
  subscription grant --shop DOMAIN --plan starter|business [--interval monthly|yearly] --until YYYY-MM-DD
          gives a subscription that Docket bills itself, or moves its end; settles what the merchant asked for
  subscription end   --shop DOMAIN [--until YYYY-MM-DD]
          ends a subscription: at Shopify it stays until the end of what is paid for; a direct one ends that day, or now

Exit codes: 0 all is well; 2 something cannot be read; 3 a document or a series is not right.
`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  "dry-run": dryRun,
  validate,
  verify,
  reconcile,
  "connect-shop": connectShop,
  privacy,
  subscription,
};

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  process.stdout.write(HELP);
  process.exitCode = name === "" || name === "help" || name === "--help" ? 0 : 2;
} else {
  try {
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
