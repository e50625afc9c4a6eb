<?php
declare( strict_types=1 );

namespace Docket\Orders;

use WC_Order;
use WP_Post;

/** The box of documents on the order screen. Its script reads them after the page stands, so the screen never waits. */
final class OrderPanel {

	/** Below the box of order actions. */
	private const AFTER_WOOCOMMERCE = 40;

	public function register(): void {
		add_action( 'add_meta_boxes', array( $this, 'add' ), self::AFTER_WOOCOMMERCE );
	}

	public function add(): void {
		if ( current_user_can( OrderScreens::CAPABILITY ) ) {
			add_meta_box( 'docket-order', __( 'Documents', 'docket' ), array( $this, 'show' ), OrderScreens::order_screen(), 'side', 'high' );
		}
	}

	/** @param WP_Post|WC_Order $shown An order, or the post that holds it. */
	public function show( WP_Post|WC_Order $shown ): void {
		$order = $shown instanceof WC_Order ? $shown : wc_get_order( $shown->ID );
		if ( ! $order || in_array( $order->get_status(), array( 'auto-draft', 'checkout-draft' ), true ) ) {
			echo '<p>' . esc_html__( 'Documents can be made as soon as the order is saved.', 'docket' ) . '</p>';
			return;
		}
		printf(
			'<div class="docket-panel" data-docket-panel="%d" data-has-refunds="%d" aria-live="polite"><p>%s</p></div>',
			(int) $order->get_id(),
			$order->get_refunds() ? 1 : 0,
			esc_html__( 'Reading the documents…', 'docket' )
		);
	}
}
