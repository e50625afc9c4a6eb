<?php
/**
 * Coupons, fees and shipping.
 *
 * @package Docket
 */

$docket_two_rates = static fn ( Docket_Seed_Shop $shop ) => array( array( $shop->stock( 'mug' ), 3 ), array( $shop->stock( 'book' ), 1 ) );

return array(
	'coupon-percent'                    => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array( 'coupons' => array( $shop->coupon( 'welcome15', 'percent', '15' ) ) )
	),
	'coupon-fixed-over-two-rates'       => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array( 'coupons' => array( $shop->coupon( 'ten-off', 'fixed_cart', '10' ) ) )
	),
	'coupon-on-one-product'             => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array( 'coupons' => array( $shop->coupon( 'mug-two-off', 'fixed_product', '2', array( 'product_ids' => array( $shop->stock( 'mug' )->get_id() ) ) ) ) )
	),
	'two-coupons-and-free-shipping'     => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array(
			'coupons'  => array( $shop->coupon( 'seven-percent', 'percent', '7' ), $shop->coupon( 'five-off', 'fixed_cart', '5', array( 'free_shipping' => true ) ) ),
			'shipping' => 'free_shipping',
		)
	),
	'coupon-without-vat-prices'         => static function ( Docket_Seed_Shop $shop ) use ( $docket_two_rates ): WC_Order {
		$shop->setting( 'woocommerce_prices_include_tax', 'no' );
		return $shop->checkout( $docket_two_rates( $shop ), array( 'coupons' => array( $shop->coupon( 'third-off', 'percent', '33.33' ) ) ) );
	},
	'zero-total'                        => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 1 ) ),
		array(
			'coupons'  => array( $shop->coupon( 'all-free', 'percent', '100' ) ),
			'shipping' => 'free_shipping',
		)
	),
	'free-gift-beside-a-paid-line'      => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 1 ), array( $shop->product( 'Bookmark (gift)', '0' ), 1 ) )
	),
	'line-reduced-by-hand'              => static fn ( Docket_Seed_Shop $shop ) => $shop->typed_order(
		array( array( $shop->stock( 'mug' ), 5 ) ),
		$shop->address( 'BE' ),
		static function ( WC_Order $order ): void {
			foreach ( $order->get_items() as $item ) {
				$item->set_total( '40' );
				$item->save();
			}
		}
	),
	'fees-taxed-and-untaxed'            => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array( 'fees' => array( array( 'Gift wrapping', 3.31, true, '' ), array( 'Deposit', 5, false, '' ) ) )
	),
	'fee-negative-over-two-rates'       => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_two_rates( $shop ),
		array( 'fees' => array( array( 'Loyalty points', -7.5, false, '' ) ) )
	),
	'fee-negative-larger-than-the-order' => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 1 ) ),
		array(
			'shipping' => 'local_pickup',
			'fees'     => array( array( 'Store credit', -500, false, '' ) ),
		)
	),
	'fee-only'                          => static fn ( Docket_Seed_Shop $shop ) => $shop->typed_order(
		array(),
		$shop->address( 'BE' ),
		static function ( WC_Order $order ): void {
			$fee = new WC_Order_Item_Fee();
			$fee->set_name( 'Repair, two hours' );
			$fee->set_total( '120' );
			$order->add_item( $fee );
		}
	),
	'shipping-free'                     => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout( $docket_two_rates( $shop ), array( 'shipping' => 'free_shipping' ) ),
	'shipping-untaxed'                  => static function ( Docket_Seed_Shop $shop ) use ( $docket_two_rates ): WC_Order {
		// Instance 1 is the parcel within Belgium.
		$shop->setting( 'woocommerce_flat_rate_1_settings', array( 'title' => 'Parcel', 'tax_status' => 'none', 'cost' => '5' ) );
		return $shop->checkout( $docket_two_rates( $shop ) );
	},
	'shipping-in-two-parcels'           => static function ( Docket_Seed_Shop $shop ) use ( $docket_two_rates ): WC_Order {
		add_filter(
			'woocommerce_cart_shipping_packages',
			static fn ( array $packages ) => array_map(
				static fn ( array $row ) => array( 'contents' => array( $row ), 'contents_cost' => $row['line_total'] ) + $packages[0],
				array_values( $packages[0]['contents'] )
			)
		);
		return $shop->checkout( $docket_two_rates( $shop ) );
	},
);
