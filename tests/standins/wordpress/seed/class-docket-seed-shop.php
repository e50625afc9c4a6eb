<?php
/**
 * The customers and the shopkeeper of the test shop: they buy and refund as people do, and WooCommerce computes.
 *
 * @package Docket
 */

final class Docket_Seed_Shop {
	private const PEOPLE = array(
		'BE' => array( 'Lotte', 'Peeters', 'Kerkstraat 5', '9000', 'Gent', '', '+3292001122' ),
		'NL' => array( 'Sanne', 'de Vries', 'Keizersgracht 101', '1015 CJ', 'Amsterdam', '', '+31201234567' ),
		'FR' => array( 'Élodie', 'Lefèvre', '8 rue de la Paix', '75002', 'Paris', '', '+33142000000' ),
		'DE' => array( 'Jürgen', 'Schneider-Weiß', 'Schönhauser Allee 167c', '10435', 'Berlin', 'DE-BE', '+4930123456' ),
		'LU' => array( 'Marc', 'Weber', '3, rue du Fort', 'L-2226', 'Luxembourg', '', '+352200000' ),
		'CH' => array( 'Reto', 'Keller', 'Bahnhofstrasse 1', '8001', 'Zürich', 'ZH', '+41440000000' ),
		'US' => array( 'Ann', 'Miller', '1 Main Street', '10001', 'New York', 'NY', '+12120000000' ),
		'CA' => array( 'Chloé', 'Tremblay', '12 rue Saint-Paul', 'H2Y 1G8', 'Montréal', 'QC', '+15140000000' ),
		'JP' => array( '花子', '山田', '千代田1-1', '100-0001', '千代田区', 'JP13', '+81300000000' ),
	);

	/** Changes a setting for this order only; nothing is stored. */
	public function setting( string $name, mixed $value ): void {
		add_filter( "pre_option_$name", static fn () => $value );
	}

	/** What the shop has in stock from the start: mug 21 %, margarine 12 %, book 6 %, newspaper 0 %, course 21 % and virtual. */
	public function stock( string $sku ): WC_Product {
		return wc_get_product( wc_get_product_id_by_sku( $sku ) );
	}

	public function product( string $name, string $price, string $tax_class = '', array $properties = array() ): WC_Product {
		$product = new WC_Product_Simple();
		$product->set_props(
			array(
				'name'          => $name,
				'regular_price' => $price,
				'tax_class'     => $tax_class,
			) + $properties
		);
		$product->save();
		return $product;
	}

	/** A T-shirt in sizes and colours; answers the variation to put into the basket. */
	public function variation( string $name, string $price, array $choice ): WC_Product {
		$attributes = array();
		foreach ( $choice as $label => $value ) {
			$attribute = new WC_Product_Attribute();
			$attribute->set_name( $label );
			$attribute->set_options( array( $value, "other $label" ) );
			$attribute->set_variation( true );
			$attributes[] = $attribute;
		}
		$parent = new WC_Product_Variable();
		$parent->set_name( $name );
		$parent->set_attributes( $attributes );
		$parent->save();
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_regular_price( $price );
		$variation->set_attributes( array_combine( array_map( 'sanitize_title', array_keys( $choice ) ), $choice ) );
		$variation->save();
		return wc_get_product( $variation->get_id() );
	}

	public function coupon( string $code, string $type, string $amount, array $properties = array() ): string {
		$coupon = new WC_Coupon();
		$coupon->set_props(
			array(
				'code'          => $code,
				'discount_type' => $type,
				'amount'        => $amount,
			) + $properties
		);
		$coupon->save();
		return $code;
	}

	/** Adds a tax rate that the shop does not have. It stays, so two orders may not want different rates of one region. */
	public function tax_rate( string $country, string $percent, string $name, array $properties = array() ): void {
		WC_Tax::_insert_tax_rate(
			$properties + array(
				'tax_rate_country'  => $country,
				'tax_rate'          => $percent,
				'tax_rate_name'     => $name,
				'tax_rate_priority' => 1,
				'tax_rate_compound' => 0,
				'tax_rate_shipping' => 1,
				'tax_rate_order'    => 1,
				'tax_rate_class'    => '',
			)
		);
	}

	/** The fields of the checkout form for somebody in a country; `$changes` with or without `billing_` and `shipping_`. */
	public function address( string $country, array $changes = array() ): array {
		[ $first, $last, $street, $postcode, $city, $state, $phone ] = self::PEOPLE[ $country ];

		$person = array(
			'first_name' => $first,
			'last_name'  => $last,
			'company'    => '',
			'address_1'  => $street,
			'address_2'  => '',
			'postcode'   => $postcode,
			'city'       => $city,
			'state'      => $state,
			'country'    => $country,
			'phone'      => $phone,
		);
		$fields = array( 'billing_email' => $changes['billing_email'] ?? strtolower( $country ) . '-customer@example.com' );
		foreach ( array( 'billing_', 'shipping_' ) as $part ) {
			foreach ( $person as $field => $value ) {
				$fields[ $part . $field ] = $changes[ $part . $field ] ?? $changes[ $field ] ?? $value;
			}
		}
		return $fields;
	}

	/**
	 * Buys as a guest: basket, coupons, shipping and payment through WooCommerce's own cart and checkout.
	 *
	 * @param array $basket  Rows of product and quantity.
	 * @param array $options country, address, coupons, shipping, payment, fees (name, amount, is taxable, tax class), is_exempt, note, meta.
	 */
	public function checkout( array $basket, array $options = array() ): WC_Order {
		wp_set_current_user( 0 );
		$form = $this->address( $options['country'] ?? 'BE', $options['address'] ?? array() );
		wc_load_cart();
		$this->introduce( $form, $options['is_exempt'] ?? false );
		$this->add_fees( $options['fees'] ?? array() );
		foreach ( $basket as [ $product, $quantity ] ) {
			$is_variation = $product->is_type( 'variation' );
			$added        = WC()->cart->add_to_cart(
				$is_variation ? $product->get_parent_id() : $product->get_id(),
				$quantity,
				$is_variation ? $product->get_id() : 0,
				$is_variation ? $product->get_variation_attributes() : array()
			);
			if ( ! $added ) {
				throw new RuntimeException( 'Not in the basket: ' . wp_json_encode( wc_get_notices() ) );
			}
		}
		foreach ( $options['coupons'] ?? array() as $code ) {
			if ( ! WC()->cart->apply_coupon( $code ) ) {
				throw new RuntimeException( "Coupon $code: " . wp_json_encode( wc_get_notices() ) );
			}
		}
		$this->choose_shipping( $options['shipping'] ?? 'flat_rate' );
		WC()->cart->calculate_totals();
		$order_id = WC()->checkout()->create_order(
			$form + array(
				'payment_method' => $options['payment'] ?? 'test_card',
				'order_comments' => $options['note'] ?? '',
			)
		);
		if ( is_wp_error( $order_id ) ) {
			throw new RuntimeException( $order_id->get_error_message() );
		}
		$this->remember( $order_id, $options['meta'] ?? array() );
		return $this->pay( $order_id );
	}

	/** An order that the shopkeeper types in: no cart, no shipping zone, taxes by WooCommerce's own recalculation. */
	public function typed_order( array $basket, array $form, ?callable $edit = null ): WC_Order {
		wp_set_current_user( 1 );
		wc_load_cart();
		$order = wc_create_order( array( 'created_via' => 'admin' ) );
		foreach ( $basket as [ $product, $quantity ] ) {
			$order->add_product( $product, $quantity );
		}
		foreach ( $form as $field => $value ) {
			$order->{"set_$field"}( $value );
		}
		if ( null !== $edit ) {
			$edit( $order );
		}
		$order->calculate_totals();
		$order->save();
		return $order;
	}

	/** Refunds pieces of lines as the order screen does: shares of the line's own amounts, at the shop's decimals. */
	public function refund_pieces( WC_Order $order, array $rows, string $reason = '' ): WC_Order_Refund {
		$lines = array();
		foreach ( $rows as [ $item, $pieces ] ) {
			$share = static fn ( $amount ) => wc_format_decimal( (float) $amount * $pieces / $item->get_quantity(), wc_get_price_decimals() );

			$lines[ $item->get_id() ] = array(
				'qty'          => $item->is_type( 'line_item' ) ? $pieces : 0,
				'refund_total' => $share( $item->get_total() ),
				'refund_tax'   => array_map( $share, $item->get_taxes()['total'] ),
			);
		}
		return $this->refund_lines( $order, $lines, $reason );
	}

	public function refund_lines( WC_Order $order, array $lines, string $reason = '' ): WC_Order_Refund {
		$amounts = array_map( static fn ( $line ) => (float) $line['refund_total'] + array_sum( $line['refund_tax'] ), $lines );
		return $this->refund_amount( $order, wc_format_decimal( array_sum( $amounts ), wc_get_price_decimals() ), $reason, $lines );
	}

	public function refund_amount( WC_Order $order, string $amount, string $reason = '', array $lines = array() ): WC_Order_Refund {
		wp_set_current_user( 1 );
		$refund = wc_create_refund(
			array(
				'order_id'       => $order->get_id(),
				'amount'         => $amount,
				'reason'         => $reason,
				'line_items'     => $lines,
				'refund_payment' => 'test_card' === $order->get_payment_method(),
			)
		);
		if ( is_wp_error( $refund ) ) {
			throw new RuntimeException( $refund->get_error_message() );
		}
		return $refund;
	}

	/** The lines, shipping lines or fees of an order, in order. */
	public function items( WC_Order $order, string $type = 'line_item' ): array {
		return array_values( wc_get_order( $order->get_id() )->get_items( $type ) );
	}

	private function introduce( array $form, bool $is_exempt ): void {
		$customer = WC()->customer;
		foreach ( $form as $field => $value ) {
			$customer->{"set_$field"}( $value );
		}
		$customer->set_calculated_shipping( true );
		$customer->set_is_vat_exempt( $is_exempt );
	}

	private function add_fees( array $fees ): void {
		add_action(
			'woocommerce_cart_calculate_fees',
			static function ( WC_Cart $cart ) use ( $fees ): void {
				foreach ( $fees as $fee ) {
					$cart->add_fee( ...$fee );
				}
			}
		);
	}

	private function choose_shipping( string $method ): void {
		WC()->cart->calculate_totals();
		$chosen = array();
		foreach ( WC()->shipping()->get_packages() as $index => $package ) {
			foreach ( $package['rates'] as $id => $rate ) {
				if ( $rate->get_method_id() === $method ) {
					$chosen[ $index ] ??= $id;
				}
			}
			if ( ! isset( $chosen[ $index ] ) ) {
				throw new RuntimeException( "No $method to this address" );
			}
		}
		WC()->session->set( 'chosen_shipping_methods', $chosen );
	}

	private function remember( int $order_id, array $meta ): void {
		$order = wc_get_order( $order_id );
		foreach ( $meta as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->save();
	}

	/** WooCommerce itself takes no gateway for an order of zero. */
	private function pay( int $order_id ): WC_Order {
		$order = wc_get_order( $order_id );
		if ( $order->needs_payment() ) {
			WC()->payment_gateways()->payment_gateways()[ $order->get_payment_method() ]->process_payment( $order_id );
		} elseif ( $order->has_status( 'pending' ) ) {
			$order->payment_complete();
		}
		return wc_get_order( $order_id );
	}
}
