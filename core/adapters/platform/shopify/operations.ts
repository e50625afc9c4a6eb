/** Every operation that Docket sends to the Admin API. A test validates each against the real 2026-10 schema. */

/** In the currency the buyer paid in, which is the document's. Each object counts towards the query's cost. */
const MONEY = `{ presentmentMoney { amount currencyCode } }`;
const MONEY_IN_BOTH = `{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }`;
const TAX_LINES = `taxLines { title rate ratePercentage priceSet ${MONEY} }`;
const ADDRESS = `{ name company address1 address2 zip city province countryCodeV2 phone }`;
const ALLOCATIONS = `discountAllocations {
  allocatedAmountSet ${MONEY}
  discountApplication {
    ... on DiscountCodeApplication { code }
    ... on ManualDiscountApplication { title }
    ... on AutomaticDiscountApplication { title }
    ... on ScriptDiscountApplication { title }
  }
}`;
const LINE_ITEMS = `nodes {
  id name title variantTitle sku quantity currentQuantity taxable requiresShipping isGiftCard
  customAttributes { key value }
  variant { barcode }
  originalUnitPriceSet ${MONEY}
  ${ALLOCATIONS}
  ${TAX_LINES}
  duties { id price ${MONEY} ${TAX_LINES} }
}
pageInfo { hasNextPage endCursor }`;

/** Shopify gives refunds, transactions and fulfillments as plain lists, which do not say whether more exist. */
export const LIST_LIMIT = 50;

/** Keeps one page's query cost well under Shopify's limit of 1,000 points for a single query. */
export const LINE_ITEMS_PER_PAGE = 20;

export const ORDER_QUERY = `#graphql
query DocketOrder($id: ID!, $lineItems: Int!) {
  order(id: $id) {
    id name createdAt processedAt updatedAt cancelledAt
    currencyCode presentmentCurrencyCode taxesIncluded taxExempt dutiesIncluded
    customerLocale note poNumber email phone
    displayFinancialStatus displayFulfillmentStatus
    customAttributes { key value }
    billingAddress ${ADDRESS}
    shippingAddress ${ADDRESS}
    customer { displayName locale defaultEmailAddress { emailAddress } taxSettings { taxId } }
    purchasingEntity {
      ... on PurchasingCompany {
        company { name }
        location { name taxSettings { taxRegistrationId } }
      }
    }
    localizedFields(first: 10, purposes: [TAX]) { nodes { key value } pageInfo { hasNextPage } }
    paymentTerms { paymentSchedules(first: 1) { nodes { dueAt } } }
    totalPriceSet ${MONEY_IN_BOTH}
    currentTotalPriceSet ${MONEY}
    totalReceivedSet ${MONEY}
    totalTipReceivedSet ${MONEY}
    totalCashRoundingAdjustment { paymentSet ${MONEY} }
    currentTotalDutiesSet ${MONEY}
    additionalFees { id name price ${MONEY} ${TAX_LINES} }
    shippingLines(first: 10) {
      nodes { id title originalPriceSet ${MONEY} discountedPriceSet ${MONEY} isRemoved ${TAX_LINES} }
      pageInfo { hasNextPage }
    }
    transactions(first: ${LIST_LIMIT}) { kind status gateway formattedGateway processedAt amountSet ${MONEY} }
    fulfillments(first: ${LIST_LIMIT}) { status createdAt deliveredAt }
    refunds(first: ${LIST_LIMIT}) {
      id createdAt totalRefundedSet ${MONEY}
      duties { amountSet ${MONEY} originalDuty { id } }
    }
    lineItems(first: $lineItems) { ${LINE_ITEMS} }
  }
}`;

export const ORDER_LINES_QUERY = `#graphql
query DocketOrderLines($id: ID!, $lineItems: Int!, $after: String) {
  order(id: $id) { lineItems(first: $lineItems, after: $after) { ${LINE_ITEMS} } }
}`;

/** What an order cannot say of its refunds within one query's cost. Asked anew for every page of lines. */
export const REFUND_QUERY = `#graphql
query DocketRefund($id: ID!, $after: String) {
  refund(id: $id) {
    refundLineItems(first: 100, after: $after) {
      nodes { quantity lineItem { id } subtotalSet ${MONEY} totalTaxSet ${MONEY} }
      pageInfo { hasNextPage endCursor }
    }
    refundShippingLines(first: 20) {
      nodes { shippingLine { id } subtotalAmountSet ${MONEY} taxAmountSet ${MONEY} }
      pageInfo { hasNextPage }
    }
    orderAdjustments(first: 20) {
      nodes { reason amountSet ${MONEY} taxAmountSet ${MONEY} }
      pageInfo { hasNextPage }
    }
    transactions(first: 20) {
      nodes { kind status gateway formattedGateway amountSet ${MONEY} }
      pageInfo { hasNextPage }
    }
  }
}`;

export const ORDERS_QUERY = `#graphql
query DocketOrders($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys!) {
  orders(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: true) {
    nodes {
      id name createdAt cancelledAt displayFinancialStatus displayFulfillmentStatus
      presentmentCurrencyCode totalPriceSet ${MONEY} totalReceivedSet ${MONEY}
      billingAddress { name company } shippingAddress { name company } customer { displayName }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const SHOP_QUERY = `#graphql
query DocketShop {
  shop {
    name contactEmail ianaTimezone
    shopAddress { company address1 address2 zip city countryCodeV2 phone }
  }
}`;
