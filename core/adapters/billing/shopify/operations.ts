/** Every operation of billing that Docket sends to the Admin API. A test validates each against the real 2026-10 schema. */

const MONEY = `{ amount currencyCode }`;
const PRICING = `plan {
  pricingDetails {
    type: __typename
    ... on AppRecurringPricing { interval planHandle price ${MONEY} }
    ... on AppUsagePricing { cappedAmount ${MONEY} balanceUsed ${MONEY} }
  }
}`;
const SUBSCRIPTION = `id name status createdAt trialDays currentPeriodEnd test`;

/**
 * A frozen subscription is not among the active ones, and an active one can be older than the last 50 that were asked for:
 * both lists are read.
 */
export const SUBSCRIPTIONS_QUERY = `#graphql
query DocketSubscriptions {
  currentAppInstallation {
    activeSubscriptions { ${SUBSCRIPTION} lineItems { id ${PRICING} } }
    allSubscriptions(first: 50, reverse: true) {
      nodes { ${SUBSCRIPTION} lineItems { id ${PRICING} } }
    }
  }
}`;

/** Newest first. Few on a page: each may bring 50 records, and all count towards the query's cost. */
export const CHARGES_QUERY = `#graphql
query DocketCharges($after: String) {
  currentAppInstallation {
    allSubscriptions(first: 5, after: $after, reverse: true) {
      nodes {
        ${SUBSCRIPTION}
        lineItems {
          id
          ${PRICING}
          usageRecords(first: 50, reverse: true) { nodes { id createdAt description price ${MONEY} } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** A development store can approve test charges only. */
export const STORE_KIND_QUERY = `#graphql
query DocketStoreKind {
  shop { plan { partnerDevelopment } }
}`;

export const CREATE_SUBSCRIPTION = `#graphql
mutation DocketSubscriptionCreate(
  $name: String!
  $lineItems: [AppSubscriptionLineItemInput!]!
  $returnUrl: URL!
  $trialDays: Int!
  $test: Boolean!
) {
  answer: appSubscriptionCreate(
    name: $name
    lineItems: $lineItems
    returnUrl: $returnUrl
    trialDays: $trialDays
    test: $test
    replacementBehavior: STANDARD
  ) {
    confirmationUrl
    userErrors { message }
  }
}`;

/** Nothing is paid back: what was paid for goes on to its end. */
export const CANCEL_SUBSCRIPTION = `#graphql
mutation DocketSubscriptionCancel($id: ID!) {
  answer: appSubscriptionCancel(id: $id, prorate: false) { userErrors { message } }
}`;

export const UPDATE_CAP = `#graphql
mutation DocketCapUpdate($id: ID!, $cappedAmount: MoneyInput!) {
  answer: appSubscriptionLineItemUpdate(id: $id, cappedAmount: $cappedAmount) {
    confirmationUrl
    userErrors { message }
  }
}`;

/** Our own, because that of Shopify's library leaves the idempotency key out: a repeat would charge twice. */
export const CREATE_USAGE_RECORD = `#graphql
mutation DocketUsageRecordCreate(
  $lineId: ID!
  $price: MoneyInput!
  $description: String!
  $idempotencyKey: String!
) {
  answer: appUsageRecordCreate(
    subscriptionLineItemId: $lineId
    price: $price
    description: $description
    idempotencyKey: $idempotencyKey
  ) {
    userErrors { message }
  }
}`;
