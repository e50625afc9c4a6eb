<?php
/**
 * A card that always pays at once: the only gateway that WooCommerce does not bring itself and tests cannot do without.
 *
 * @package Docket
 */

use Automattic\WooCommerce\Blocks\Payments\Integrations\AbstractPaymentMethodType;

defined( 'ABSPATH' ) || exit;

/** Pays at once, and refunds when asked. */
final class Docket_Rig_Card extends WC_Payment_Gateway {
	public function __construct() {
		$this->id           = 'test_card';
		$this->title        = 'Card';
		$this->method_title = 'Card (tests)';
		$this->description  = 'Pays at once.';
		$this->enabled      = 'yes';
		$this->supports     = array( 'products', 'refunds' );
	}

	public function process_payment( $order_id ): array {
		$order = wc_get_order( $order_id );
		$order->payment_complete( 'test-transaction-' . $order_id );
		return array(
			'result'   => 'success',
			'redirect' => $this->get_return_url( $order ),
		);
	}

	public function process_refund( $order_id, $amount = null, $reason = '' ): bool {
		return true;
	}
}

/** Shows the card in the checkout block, which asks every gateway for a script. */
final class Docket_Rig_Card_Block extends AbstractPaymentMethodType {
	protected $name = 'test_card';

	public function initialize(): void {}

	public function get_payment_method_script_handles(): array {
		wp_register_script( 'docket-rig-card', '', array( 'wc-blocks-registry', 'wp-element' ), '1', true );
		wp_add_inline_script(
			'docket-rig-card',
			"wc.wcBlocksRegistry.registerPaymentMethod( { name: 'test_card', label: 'Card', ariaLabel: 'Card', content: wp.element.createElement( 'p', null, 'Pays at once.' ), edit: wp.element.createElement( 'p' ), canMakePayment: () => true, supports: { features: [ 'products' ] } } );"
		);
		return array( 'docket-rig-card' );
	}
}

add_filter( 'woocommerce_payment_gateways', static fn ( array $gateways ) => array( ...$gateways, 'Docket_Rig_Card' ) );
add_action(
	'woocommerce_blocks_payment_method_type_registration',
	static fn ( $registry ) => $registry->register( new Docket_Rig_Card_Block() )
);
