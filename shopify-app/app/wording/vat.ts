export const vatWords = {
  title: "VAT",
  intro:
    "Rates come from the taxes in your shop: Docket shows on each document what your shop charged. These settings add what a shop cannot know. Documents already issued stay as they are.",
  status: {
    title: "Your own position",
    isSmallBusiness: "I charge no VAT because my turnover is small",
    isSmallBusinessHelp:
      "The exemption for small businesses: vrijstellingsregeling (BE), KOR (NL), Kleinunternehmer (DE), franchise en base (FR). Documents then say why there is no VAT.",
    shopChargesNone:
      "Switch the taxes off in your shop too. As long as your shop charges VAT it stands on your invoices, and whoever puts VAT on an invoice has to pay it.",
    bothChosen:
      "Charging no VAT does not go with the One-Stop Shop or with VAT numbers in other countries: those are for VAT that you do charge. Keep one of the two.",
    usesOss: "I declare the VAT of other EU countries through the One-Stop Shop",
    usesOssHelp:
      "One-Stop Shop (OSS): one quarterly return at home for sales to consumers in all of the EU. Invoices keep your own VAT number.",
  },
  registrations: {
    title: "VAT numbers in other countries",
    text: "When a sale is taxed in a country where you are registered, that country's number stands on the invoice.",
    none: "None. Your own VAT number, on the Seller page, stands on every document.",
    country: "Country",
    chooseCountry: "Choose a country",
    vatIdentifier: "VAT number",
    vatIdentifierHelp: "With its country, such as FR40303265045.",
    add: "Add a VAT number",
    remove: "Remove",
    removeOf: (country: string) => `Remove the VAT number of ${country}`,
  },
  untaxed: {
    title: "Sales without VAT",
    text: "When your shop charges no VAT, an invoice must say why. Exports, and goods for a business in another EU country, explain themselves. This is about all others.",
    label: "When nothing explains it",
    choices: {
      ask: "Wait for me",
      exempt: "It is exempt from VAT",
      reverseCharge: "The buyer pays the VAT (reverse charge)",
    },
    help: {
      ask: "The document stays a draft until you have mended the order or chosen otherwise here. The safest choice.",
      exempt: "For those who sell only what the law exempts, such as courses or medical care.",
      reverseCharge:
        "For domestic sales where the law makes the buyer account for the VAT, such as work on buildings.",
    },
    rule: "The rule that says so",
    ruleHelp: "The article of law, printed as you write it: Art. 44 § 2 W.Btw.",
  },
  shipping: {
    title: "VAT on shipping",
    text: "Matters when one order has goods at different rates.",
    label: "Shipping is taxed",
    choices: {
      asCharged: "At the rate that my shop charged",
      likeGoods: "Like the goods, in proportion",
    },
    help: {
      asCharged: "Nothing changes: what your shop counted stands on the document.",
      likeGoods:
        "Shipping shares the rates of the goods, by their value, as tax offices ask where it belongs to the goods. What the buyer paid stays the same.",
    },
  },
};
