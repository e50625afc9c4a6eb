<?php
/**
 * Money going back, in all the ways that the order screen has.
 *
 * @package Docket
 */

$docket_sale = static fn ( Docket_Seed_Shop $shop, array $options = array() ) => $shop->checkout( array( array( $shop->stock( 'mug' ), 3 ), array( $shop->stock( 'book' ), 2 ) ), $options );

return array(
	'refund-of-a-line'                => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[1], 2 ) ), 'Sent back' );
		return $order;
	},
	'refund-of-one-piece-of-three'    => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[0], 1 ) ), 'Broken handle' );
		return $order;
	},
	'refund-by-amount'                => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$shop->refund_amount( $order, '10', 'Late delivery' );
		return $order;
	},
	'refund-of-part-of-a-line'        => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$item  = $shop->items( $order )[0];
		$rate  = array_key_first( $item->get_taxes()['total'] );
		$line  = array( 'qty' => 0, 'refund_total' => '4.13', 'refund_tax' => array( $rate => '0.87' ) );
		$shop->refund_lines( $order, array( $item->get_id() => $line ), 'Scratch' );
		return $order;
	},
	'refund-of-shipping'              => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$shop->refund_pieces( $order, array( array( $shop->items( $order, 'shipping' )[0], 1 ) ) );
		return $order;
	},
	'refund-of-a-fee'                 => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop, array( 'fees' => array( array( 'Gift wrapping', 3.31, true, '' ) ) ) );
		$shop->refund_pieces( $order, array( array( $shop->items( $order, 'fee' )[0], 1 ) ), 'Forgot to wrap' );
		return $order;
	},
	'refund-in-full-by-lines'         => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$all   = array_merge( $shop->items( $order ), $shop->items( $order, 'shipping' ) );
		$shop->refund_pieces( $order, array_map( static fn ( $item ) => array( $item, $item->get_quantity() ), $all ), 'Order sent back' );
		return $order;
	},
	'refund-in-full-by-status'        => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		wp_set_current_user( 1 );
		$order->update_status( 'refunded' );
		return $order;
	},
	'refunds-three-times'             => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop, array( 'coupons' => array( $shop->coupon( 'autumn', 'percent', '12.5' ) ) ) );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[0], 1 ) ), 'First mug' );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[0], 1 ), array( $shop->items( $order )[1], 1 ) ), 'Second mug and a book' );
		$shop->refund_amount( $order, '1.5', 'Stamps' );
		return $order;
	},
	'refund-leaves-one-cent'          => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop );
		$shop->refund_amount( $order, wc_format_decimal( $order->get_total() - 0.01, 2 ) );
		return $order;
	},
	'refund-of-an-unpaid-order'       => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale( $shop, array( 'payment' => 'bacs' ) );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[0], 1 ) ), 'Out of stock' );
		return $order;
	},
	'refund-of-a-deleted-product'     => static function ( Docket_Seed_Shop $shop ): WC_Order {
		$lamp  = $shop->product( 'Lamp, last one', '34.95' );
		$order = $shop->checkout( array( array( $lamp, 1 ), array( $shop->stock( 'mug' ), 1 ) ) );
		$lamp->delete( true );
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[0], 1 ) ), 'Does not light' );
		return $order;
	},
	'refund-without-vat-intra-community' => static function ( Docket_Seed_Shop $shop ) use ( $docket_sale ): WC_Order {
		$order = $docket_sale(
			$shop,
			array(
				'country'   => 'FR',
				'is_exempt' => true,
				'address'   => array( 'company' => 'Librairie Lefèvre SARL' ),
				'meta'      => array( '_billing_vat_number' => 'FR40303265045' ),
			)
		);
		$shop->refund_pieces( $order, array( array( $shop->items( $order )[1], 1 ) ), 'Page missing' );
		return $order;
	},
);
