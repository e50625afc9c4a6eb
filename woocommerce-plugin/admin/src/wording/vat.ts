import { __, sprintf } from "@wordpress/i18n";

export const vatWords = {
  intro: __(
    "Rates come from the taxes in your shop: Docket shows on each document what your shop charged. These settings add what a shop cannot know. Documents already issued stay as they are.",
    "docket",
  ),
  status: {
    title: __("Your own position", "docket"),
    isSmallBusiness: __("I charge no VAT because my turnover is small", "docket"),
    isSmallBusinessHelp: __(
      "The exemption for small businesses: vrijstellingsregeling (BE), KOR (NL), Kleinunternehmer (DE), franchise en base (FR). Documents then say why there is no VAT.",
      "docket",
    ),
    shopChargesNone: __(
      "Switch the taxes off in your shop too. As long as your shop charges VAT it stands on your invoices, and whoever puts VAT on an invoice has to pay it.",
      "docket",
    ),
    bothChosen: __(
      "Charging no VAT does not go with the One-Stop Shop or with VAT numbers in other countries: those are for VAT that you do charge. Keep one of the two.",
      "docket",
    ),
    usesOss: __("I declare the VAT of other EU countries through the One-Stop Shop", "docket"),
    usesOssHelp: __(
      "One-Stop Shop (OSS): one quarterly return at home for sales to consumers in all of the EU. Invoices keep your own VAT number.",
      "docket",
    ),
  },
  registrations: {
    title: __("VAT numbers in other countries", "docket"),
    text: __(
      "When a sale is taxed in a country where you are registered, that country's number stands on the invoice.",
      "docket",
    ),
    none: __("None. Your own VAT number, on the Seller page, stands on every document.", "docket"),
    country: __("Country", "docket"),
    chooseCountry: __("Choose a country", "docket"),
    vatIdentifier: __("VAT number", "docket"),
    vatIdentifierHelp: __("With its country, such as FR40303265045.", "docket"),
    add: __("Add a VAT number", "docket"),
    remove: __("Remove", "docket"),
    /* translators: %s: country. */
    removeOf: (country: string) => sprintf(__("Remove the VAT number of %s", "docket"), country),
  },
  untaxed: {
    title: __("Sales without VAT", "docket"),
    text: __(
      "When your shop charges no VAT, an invoice must say why. Exports, and goods for a business in another EU country, explain themselves. This is about all others.",
      "docket",
    ),
    label: __("When nothing explains it", "docket"),
    choices: {
      ask: __("Wait for me", "docket"),
      exempt: __("It is exempt from VAT", "docket"),
      reverseCharge: __("The buyer pays the VAT (reverse charge)", "docket"),
    },
    help: {
      ask: __(
        "The document stays a draft until you have mended the order or chosen otherwise here. The safest choice.",
        "docket",
      ),
      exempt: __(
        "For those who sell only what the law exempts, such as courses or medical care.",
        "docket",
      ),
      reverseCharge: __(
        "For domestic sales where the law makes the buyer account for the VAT, such as work on buildings.",
        "docket",
      ),
    },
    rule: __("The rule that says so", "docket"),
    ruleHelp: __("The article of law, printed as you write it: Art. 44 § 2 W.Btw.", "docket"),
  },
  shipping: {
    title: __("VAT on shipping", "docket"),
    text: __("Matters when one order has goods at different rates.", "docket"),
    label: __("Shipping is taxed", "docket"),
    choices: {
      asCharged: __("At the rate that my shop charged", "docket"),
      likeGoods: __("Like the goods, in proportion", "docket"),
    },
    help: {
      asCharged: __("Nothing changes: what your shop counted stands on the document.", "docket"),
      likeGoods: __(
        "Shipping shares the rates of the goods, by their value, as tax offices ask where it belongs to the goods. What the buyer paid stays the same.",
        "docket",
      ),
    },
  },
};
