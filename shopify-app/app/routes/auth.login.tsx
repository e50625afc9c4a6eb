/** Where a visit without a shop ends: Docket lives inside the Shopify admin only. */
export default function OpenFromShopify() {
  return (
    <main style={{ font: "16px/1.5 system-ui", maxWidth: 420, margin: "20vh auto", padding: 16 }}>
      <h1 style={{ fontSize: 20 }}>Open Docket in your Shopify admin</h1>
      <p>
        Docket works inside Shopify. Sign in to your <a href="https://admin.shopify.com">admin</a>,
        then choose Apps → Docket.
      </p>
    </main>
  );
}
