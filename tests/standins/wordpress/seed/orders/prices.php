<?php
/**
 * Prices, rounding and currencies.
 *
 * @package Docket
 */

$docket_without_tax = static fn ( Docket_Seed_Shop $shop ) => $shop->setting( 'woocommerce_prices_include_tax', 'no' );
$docket_at_subtotal = static fn ( Docket_Seed_Shop $shop ) => $shop->setting( 'woocommerce_tax_round_at_subtotal', 'yes' );

/** Lines whose tax per line and on the sum part ways. */
$docket_many_lines = static function ( Docket_Seed_Shop $shop, int $count, string $price ): array {
	$basket = array();
	for ( $number = 1; $number <= $count; $number++ ) {
		$basket[] = array( $shop->product( "Button no. $number", $price, array( '', 'reduced-rate', 'intermediate-rate' )[ $number % 3 ] ), 1 + $number % 2 );
	}
	return $basket;
};

return array(
	'prices-with-vat'                           => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout( array( array( $shop->stock( 'mug' ), 2 ) ) ),
	'four-rates'                                => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array(
			array( $shop->stock( 'mug' ), 1 ),
			array( $shop->stock( 'margarine' ), 3 ),
			array( $shop->stock( 'book' ), 1 ),
			array( $shop->stock( 'newspaper' ), 2 ),
		)
	),
	'prices-without-vat'                        => static function ( Docket_Seed_Shop $shop ) use ( $docket_without_tax ): WC_Order {
		$docket_without_tax( $shop );
		return $shop->checkout( array( array( $shop->stock( 'mug' ), 3 ), array( $shop->stock( 'book' ), 7 ) ) );
	},
	'prices-with-vat-rounded-at-subtotal'       => static function ( Docket_Seed_Shop $shop ) use ( $docket_at_subtotal ): WC_Order {
		$docket_at_subtotal( $shop );
		$basket = array();
		for ( $number = 1; $number <= 10; $number++ ) {
			$basket[] = array( $shop->product( "Poster no. $number", '9.99' ), 1 );
		}
		return $shop->checkout( $basket, array( 'shipping' => 'free_shipping' ) );
	},
	'prices-without-vat-rounded-at-subtotal'    => static function ( Docket_Seed_Shop $shop ) use ( $docket_at_subtotal, $docket_without_tax, $docket_many_lines ): WC_Order {
		$docket_at_subtotal( $shop );
		$docket_without_tax( $shop );
		return $shop->checkout( $docket_many_lines( $shop, 12, '3.33' ) );
	},
	'rounded-per-line-differs-from-the-sum'     => static function ( Docket_Seed_Shop $shop ) use ( $docket_without_tax ): WC_Order {
		$docket_without_tax( $shop );
		$basket = array();
		for ( $number = 1; $number <= 15; $number++ ) {
			$basket[] = array( $shop->product( "Screw no. $number", '0.12' ), 1 );
		}
		return $shop->checkout( $basket, array( 'shipping' => 'local_pickup' ) );
	},
	'sixty-lines'                               => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout( $docket_many_lines( $shop, 60, '4.99' ) ),
	'large-amount'                              => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->product( 'Machine', '1249999.99' ), 37 ) ),
		array( 'shipping' => 'free_shipping' )
	),
	'decimal-quantity'                          => static function ( Docket_Seed_Shop $shop ): WC_Order {
		// What the plugins for goods by weight and length do.
		remove_filter( 'woocommerce_stock_amount', 'intval' );
		add_filter( 'woocommerce_stock_amount', 'floatval' );
		return $shop->checkout( array( array( $shop->product( 'Cotton by the metre', '8.75' ), 2.4 ) ) );
	},
	'yen-no-decimals'                           => static function ( Docket_Seed_Shop $shop ): WC_Order {
		$shop->setting( 'woocommerce_currency', 'JPY' );
		$shop->setting( 'woocommerce_price_num_decimals', 0 );
		$shop->setting( 'woocommerce_default_country', 'JP:JP13' );
		$shop->tax_rate( 'JP', '10', '消費税' );
		$shop->tax_rate( 'JP', '8', '軽減税率', array( 'tax_rate_class' => 'reduced-rate' ) );
		return $shop->checkout(
			array( array( $shop->product( '急須', '3280' ), 1 ), array( $shop->product( '煎茶 100 g', '1199', 'reduced-rate' ), 3 ) ),
			array( 'country' => 'JP' )
		);
	},
	'dinars-three-decimals'                     => static function ( Docket_Seed_Shop $shop ): WC_Order {
		$shop->setting( 'woocommerce_currency', 'KWD' );
		$shop->setting( 'woocommerce_price_num_decimals', 3 );
		return $shop->checkout( array( array( $shop->product( 'Oud 12 ml', '7.125' ), 3 ), array( $shop->stock( 'book' ), 1 ) ) );
	},
	'dollars-in-a-euro-shop'                    => static function ( Docket_Seed_Shop $shop ): WC_Order {
		// What the plugins for several currencies do: only the order is in dollars.
		add_filter( 'woocommerce_currency', static fn ( $currency ) => did_action( 'woocommerce_checkout_order_created' ) ? $currency : 'USD' );
		return $shop->checkout( array( array( $shop->stock( 'mug' ), 2 ), array( $shop->stock( 'book' ), 1 ) ) );
	},
);
