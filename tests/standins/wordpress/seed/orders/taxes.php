<?php
/**
 * Who owes which tax. WooCommerce knows no VAT category: exempt, reverse charge, export and no tax at all look alike.
 *
 * @package Docket
 */

/** A Canadian shop: the federal tax, and a province's second one on the net amount or on top of the first. */
$docket_canada = static function ( Docket_Seed_Shop $shop, string $state, array $second ): WC_Order {
	$shop->setting( 'woocommerce_default_country', "CA:$state" );
	$shop->setting( 'woocommerce_currency', 'CAD' );
	$shop->setting( 'woocommerce_prices_include_tax', 'no' );
	$shop->tax_rate( 'CA', '5', 'GST' );
	[ $percent, $name, $is_compound ] = $second;
	$shop->tax_rate(
		'CA',
		$percent,
		$name,
		array(
			'tax_rate_state'    => $state,
			'tax_rate_priority' => 2,
			'tax_rate_compound' => (int) $is_compound,
		)
	);
	return $shop->checkout(
		array( array( $shop->product( 'Maple syrup 1 l', '24.95' ), 3 ), array( $shop->product( 'Snowshoes', '189' ), 1 ) ),
		array(
			'country' => 'CA',
			'address' => array( 'state' => $state ),
		)
	);
};

return array(
	'zero-rate-only'                        => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'newspaper' ), 12 ) ),
		array( 'shipping' => 'local_pickup' )
	),
	'intra-community-goods-fr'              => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 24 ), array( $shop->stock( 'book' ), 2 ) ),
		array(
			'country'   => 'FR',
			'is_exempt' => true,
			'address'   => array( 'company' => 'Librairie Lefèvre SARL' ),
			'meta'      => array( '_billing_vat_number' => 'FR40303265045' ),
		)
	),
	'reverse-charge-service-nl'             => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'course' ), 1 ) ),
		array(
			'country'   => 'NL',
			'is_exempt' => true,
			'address'   => array( 'company' => 'De Vries Trainingen B.V.' ),
			'meta'      => array( '_vat_number' => 'NL123456782B90' ),
		)
	),
	'exempt-without-a-vat-number-de'        => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 6 ) ),
		array(
			'country'   => 'DE',
			'is_exempt' => true,
			'address'   => array( 'company' => 'Schneider Büro GmbH' ),
		)
	),
	'exempt-in-own-country'                 => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 4 ) ),
		array(
			'is_exempt' => true,
			'address'   => array( 'company' => 'Embassy of Somewhere' ),
		)
	),
	'export-ch'                             => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 2 ), array( $shop->stock( 'book' ), 1 ) ),
		array( 'country' => 'CH' )
	),
	'service-outside-the-union-us'          => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'course' ), 1 ) ),
		array( 'country' => 'US' )
	),
	'billed-in-belgium-delivered-to-ch'     => static function ( Docket_Seed_Shop $shop ): WC_Order {
		$abroad = array();
		foreach ( $shop->address( 'CH' ) as $field => $value ) {
			if ( str_starts_with( $field, 'shipping_' ) ) {
				$abroad[ $field ] = $value;
			}
		}
		return $shop->checkout( array( array( $shop->stock( 'mug' ), 1 ) ), array( 'address' => $abroad ) );
	},
	'oss-consumer-nl'                       => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 1 ), array( $shop->stock( 'book' ), 2 ) ),
		array( 'country' => 'NL' )
	),
	'oss-consumer-fr-price-changes'         => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->product( 'Lamp', '49.99' ), 1 ), array( $shop->stock( 'book' ), 1 ) ),
		array( 'country' => 'FR' )
	),
	'oss-consumer-fr-price-kept'            => static function ( Docket_Seed_Shop $shop ): WC_Order {
		add_filter( 'woocommerce_adjust_non_base_location_prices', '__return_false' );
		return $shop->checkout( array( array( $shop->product( 'Lamp', '49.99' ), 1 ) ), array( 'country' => 'FR' ) );
	},
	'local-pickup-by-a-german'              => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array( array( $shop->stock( 'mug' ), 2 ) ),
		array(
			'country'  => 'DE',
			'shipping' => 'local_pickup',
		)
	),
	'one-line-not-taxable'                  => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array(
			array( $shop->stock( 'mug' ), 1 ),
			array( $shop->product( 'Deposit on a crate', '4.50', '', array( 'tax_status' => 'none' ) ), 2 ),
		)
	),
	'taxes-switched-off'                    => static function ( Docket_Seed_Shop $shop ): WC_Order {
		$shop->setting( 'woocommerce_calc_taxes', 'no' );
		return $shop->checkout( array( array( $shop->stock( 'mug' ), 2 ) ) );
	},
	'two-taxes-on-a-line-ca'                => static fn ( Docket_Seed_Shop $shop ) => $docket_canada( $shop, 'QC', array( '9.975', 'QST', false ) ),
	'compound-taxes-ca'                     => static fn ( Docket_Seed_Shop $shop ) => $docket_canada( $shop, 'PE', array( '10', 'PST', true ) ),
);
