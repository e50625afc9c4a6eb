<?php
declare( strict_types=1 );

namespace Docket\Events;

use WC_Order;

/** What the service hears of: no refunds (they come with their order), no subscriptions, and nothing while the customer still types. */
final class PlacedOrder {

	private const DRAFTS = array( 'auto-draft', 'checkout-draft', 'draft', 'new' );

	public static function is( mixed $order ): bool {
		return $order instanceof WC_Order && 'shop_order' === $order->get_type() && ! in_array( $order->get_status(), self::DRAFTS, true );
	}
}
