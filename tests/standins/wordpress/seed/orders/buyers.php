<?php
/**
 * Who buys, and what else an order carries. The VAT number stands where the shop's plugin for it puts it.
 *
 * @package Docket
 */

$docket_mug = static fn ( Docket_Seed_Shop $shop ) => array( array( $shop->stock( 'mug' ), 10 ) );

return array(
	'company-be-billing-vat'              => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'address' => array( 'company' => 'Bakkerij Peeters BV', 'billing_email' => 'boekhouding@bakkerij.example' ),
			'meta'    => array( '_billing_vat' => 'BE 0403.170.701' ),
			'note'    => 'PO 2026/118',
		)
	),
	'company-be-vat-number-and-bank'      => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'address' => array( 'company' => 'Studio Peeters VOF' ),
			'payment' => 'bacs',
			'meta'    => array( 'vat_number' => 'BE0403170701' ),
		)
	),
	'company-lu-eu-vat-number'            => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'country'   => 'LU',
			'is_exempt' => true,
			'address'   => array( 'company' => 'Weber S.à r.l.' ),
			'meta'      => array( '_billing_eu_vat_number' => 'LU15027442' ),
		)
	),
	'company-de-billing-vat-id'           => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'country'   => 'DE',
			'is_exempt' => true,
			'address'   => array( 'company' => 'Schneider Büro GmbH', 'address_2' => 'Hinterhaus, 2. OG' ),
			'meta'      => array( '_billing_vat_id' => 'DE136695976' ),
		)
	),
	'company-nl-invalid-number-taxed'     => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'country' => 'NL',
			'address' => array( 'company' => 'De Vries Trainingen B.V.' ),
			'meta'    => array( 'billing_vat' => 'NL000000000B00' ),
		)
	),
	'delivered-to-somebody-else'          => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		$docket_mug( $shop ),
		array(
			'address' => array(
				'shipping_first_name' => 'Jef',
				'shipping_last_name'  => 'Claes',
				'shipping_company'    => 'Magazijn 3',
				'shipping_address_1'  => 'Dokweg 77, poort C',
				'shipping_postcode'   => '2030',
				'shipping_city'       => 'Antwerpen',
			),
			'note'    => "Graag voor 12 uur leveren.\nBel aan bij de buren (nr. 79) & laat niets buiten staan <ook niet bij regen>! 🌧️",
		)
	),
	'variations-and-item-meta'            => static function ( Docket_Seed_Shop $shop ): WC_Order {
		add_action(
			'woocommerce_checkout_create_order_line_item',
			static function ( WC_Order_Item_Product $item ): void {
				$item->add_meta_data( 'Engraving', 'Voor oma – 80 jaar ❤' );
				$item->add_meta_data( '_plugin_internal', 'hidden from the customer' );
			}
		);
		return $shop->checkout(
			array(
				array( $shop->variation( 'T-shirt', '19.99', array( 'Size' => 'XL', 'Colour' => 'Dark green' ) ), 2 ),
				array( $shop->variation( 'Hoodie', '54.50', array( 'Size' => 'M' ) ), 1 ),
			)
		);
	},
	'emoji-rtl-and-html-in-names'         => static fn ( Docket_Seed_Shop $shop ) => $shop->checkout(
		array(
			array( $shop->product( 'Mug &amp; saucer <b>“Zoë”</b> 🫖', '15' ), 1 ),
			array( $shop->product( 'كوب قهوة — 250 مل', '9.5' ), 1 ),
			array( $shop->product( 'Tea 👩‍👩‍👧‍👦 family pack' . str_repeat( ' extra long name', 12 ), '21', 'reduced-rate' ), 1 ),
		),
		array(
			'address' => array(
				'first_name' => '<script>alert(1)</script>',
				'last_name'  => "O'Brien-محمود 😀",
				'company'    => 'Smith & Söhne “GmbH”',
			),
		)
	),
	'no-address-no-email'                 => static fn ( Docket_Seed_Shop $shop ) => $shop->typed_order( array( array( $shop->stock( 'mug' ), 1 ) ), array() ),
	'customer-with-an-account'            => static function ( Docket_Seed_Shop $shop ): WC_Order {
		add_filter( 'woocommerce_checkout_customer_id', static fn () => get_user_by( 'login', 'customer' )->ID );
		return $shop->checkout( array( array( $shop->stock( 'book' ), 1 ) ) );
	},
);
