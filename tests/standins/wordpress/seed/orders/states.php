<?php
/**
 * Paid, unpaid and ended orders.
 *
 * @package Docket
 */

$docket_buy = static fn ( Docket_Seed_Shop $shop, string $payment ) => $shop->checkout( array( array( $shop->stock( 'mug' ), 1 ), array( $shop->stock( 'book' ), 1 ) ), array( 'payment' => $payment ) );
$docket_end = static function ( WC_Order $order, string $status ): WC_Order {
	wp_set_current_user( 1 );
	$order->update_status( $status );
	return $order;
};

return array(
	'unpaid-bank-transfer'        => static fn ( Docket_Seed_Shop $shop ) => $docket_buy( $shop, 'bacs' ),
	'bank-transfer-arrived'       => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'bacs' ), 'processing' ),
	'cash-on-delivery-processing' => static fn ( Docket_Seed_Shop $shop ) => $docket_buy( $shop, 'cod' ),
	'cash-on-delivery-completed'  => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'cod' ), 'completed' ),
	'card-completed'              => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'test_card' ), 'completed' ),
	'pending-typed-by-the-shop'   => static fn ( Docket_Seed_Shop $shop ) => $shop->typed_order( array( array( $shop->stock( 'mug' ), 2 ) ), $shop->address( 'BE' ) ),
	'cancelled-before-payment'    => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'bacs' ), 'cancelled' ),
	'cancelled-after-payment'     => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'test_card' ), 'cancelled' ),
	'payment-failed'              => static fn ( Docket_Seed_Shop $shop ) => $docket_end( $docket_buy( $shop, 'bacs' ), 'failed' ),
);
