/** A query for everything an invoice could want of an order: a stand-in that answers it answers the app. */
export const FULL_ORDER_QUERY = `#graphql
query FullOrder($id: ID!) {
  order(id: $id) {
    id legacyResourceId name number confirmationNumber email phone createdAt processedAt updatedAt closedAt
    cancelledAt cancelReason confirmed test currencyCode presentmentCurrencyCode taxesIncluded taxExempt
    dutiesIncluded customerLocale note poNumber customAttributes { key value } tags displayFinancialStatus
    displayFulfillmentStatus fullyPaid unpaid canMarkAsPaid paymentGatewayNames discountCodes
    paymentTerms { paymentTermsName dueInDays paymentSchedules(first: 1) { nodes { dueAt completedAt } } }
    billingAddress { ...address } shippingAddress { ...address }
    customer {
      id firstName lastName displayName email defaultEmailAddress { emailAddress } phone locale taxExempt
      taxSettings { taxId }
    }
    purchasingEntity {
      ... on Customer { id }
      ... on PurchasingCompany {
        company { id name } contact { customer { id } }
        location { id name taxSettings { taxRegistrationId taxExempt } billingAddress { address1 zip city } }
      }
    }
    localizedFields(first: 5) { nodes { key value title } }
    discountApplications(first: 10) { nodes { ...application } }
    taxLines { ...tax } currentTaxLines { ...tax }
    additionalFees { name price { ...bag } }
    currentTotalDutiesSet { ...bag } originalTotalDutiesSet { ...bag } totalTipReceivedSet { ...bag }
    totalCashRoundingAdjustment { paymentSet { ...bag } refundSet { ...bag } }
    subtotalPriceSet { ...bag } currentSubtotalPriceSet { ...bag } totalPriceSet { ...bag }
    currentTotalPriceSet { ...bag } originalTotalPriceSet { ...bag } totalTaxSet { ...bag }
    currentTotalTaxSet { ...bag } totalDiscountsSet { ...bag } currentTotalDiscountsSet { ...bag }
    totalShippingPriceSet { ...bag } currentShippingPriceSet { ...bag } totalReceivedSet { ...bag }
    totalOutstandingSet { ...bag } netPaymentSet { ...bag } totalRefundedSet { ...bag }
    merchantBusinessEntity { companyName displayName address { countryCode } }
    transactions(first: 20) { id kind status gateway formattedGateway manualPaymentGateway processedAt amountSet { ...bag } }
    fulfillments(first: 5) { id status createdAt trackingInfo { number } fulfillmentLineItems(first: 5) { nodes { quantity lineItem { id } } } }
    shippingLines(first: 5) {
      nodes {
        id title code isRemoved originalPriceSet { ...bag } discountedPriceSet { ...bag }
        currentDiscountedPriceSet { ...bag } taxLines { ...tax }
        discountAllocations { allocatedAmountSet { ...bag } }
      }
    }
    lineItems(first: 5) { nodes { ...line } pageInfo { hasNextPage } }
    refunds(first: 5) {
      id note createdAt totalRefundedSet { ...bag } duties { amountSet { ...bag } }
      refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { ...bag } totalTaxSet { ...bag } lineItem { id } } }
      refundShippingLines(first: 2) { nodes { subtotalAmountSet { ...bag } taxAmountSet { ...bag } } }
      orderAdjustments(first: 2) { nodes { reason amountSet { ...bag } taxAmountSet { ...bag } } }
      transactions(first: 2) { nodes { id amountSet { ...bag } } }
    }
  }
}
fragment bag on MoneyBag { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
fragment tax on TaxLine { title rate ratePercentage priceSet { ...bag } channelLiable source }
fragment address on MailingAddress { firstName lastName name company address1 address2 zip city provinceCode country countryCodeV2 phone }
fragment application on DiscountApplication {
  index allocationMethod targetSelection targetType
  value { ... on PricingPercentageValue { percentage } ... on MoneyV2 { amount currencyCode } }
  ... on DiscountCodeApplication { code } ... on ManualDiscountApplication { title description }
}
fragment line on LineItem {
  id title name variantTitle sku quantity currentQuantity refundableQuantity unfulfilledQuantity taxable
  requiresShipping isGiftCard vendor product { id } variant { id } customAttributes { key value }
  originalUnitPriceSet { ...bag } discountedUnitPriceSet { ...bag }
  discountedUnitPriceAfterAllDiscountsSet { ...bag } originalTotalSet { ...bag } discountedTotalSet { ...bag }
  priceAfterAllDiscountsBeforeTaxesSet { ...bag }
  discountAllocations { allocatedAmountSet { ...bag } discountApplication { index } }
  taxLines { ...tax } duties { id }
}`;
