<?php
declare( strict_types=1 );

use Docket\Events\OrderSnapshot;

final class SnapshotTest extends ShopTestCase {

	public function test_is_the_order_of_the_rest_api_with_all_digits(): void {
		$order = $this->place_order( 'paid' );
		$order->set_billing_last_name( '张伟 🙂 نور' );
		$order->update_meta_data( '_billing_vat_number', 'BE0417497106' );
		$order->save();
		wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => '5', 'reason' => 'Scratched' ) );

		$request = new WP_REST_Request( 'GET', "/wc/v3/orders/{$order->get_id()}" );
		$request->set_query_params( array( 'dp' => 6 ) );
		$expected = json_decode( wp_json_encode( rest_do_request( $request )->get_data() ), true );

		// In the background nobody is logged in.
		wp_set_current_user( 0 );
		$snapshot = json_decode( OrderSnapshot::of( wc_get_order( $order->get_id() ) ), true );

		self::assertSame( '5.000000', $snapshot['refunds_full'][0]['amount'] );
		self::assertFalse( $snapshot['line_items'][0]['docket_virtual'] );
		self::assertTrue( $snapshot['docket_sends_mail'] );
		unset( $snapshot['refunds_full'], $snapshot['docket_sends_mail'], $snapshot['line_items'][0]['docket_virtual'] );
		unset( $expected['customer_ip_address'], $expected['customer_user_agent'] );
		self::assertEquals( $expected, $snapshot );
		self::assertSame( 0, get_current_user_id() );
	}

	public function test_a_line_of_a_deleted_product_is_still_read(): void {
		$product = new WC_Product_Simple();
		$product->set_name( 'Short-lived' );
		$product->set_regular_price( '10' );
		$product->save();
		$order = wc_create_order();
		$order->add_product( $product, 1 );
		$order->calculate_totals();
		$product->delete( true );
		$snapshot = json_decode( OrderSnapshot::of( wc_get_order( $order->get_id() ) ), true );
		self::assertSame( 'Short-lived', $snapshot['line_items'][0]['name'] );
		self::assertNull( $snapshot['line_items'][0]['docket_virtual'] );
	}
}
