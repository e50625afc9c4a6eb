<?php
declare( strict_types=1 );

namespace Docket\Account;

use Docket\Orders\DocumentWords;
use Docket\Orders\OrderDocuments;
use Docket\Service\ServiceProblem;
use WC_Order;

/** Buttons in My account: the issued documents of each order. */
final class AccountDocuments {

	/** One call for the customer's newest orders; a list page shows no more. */
	private const MOST_ORDERS = 50;
	/** A customer waits for this; without an answer there are no buttons, and the page goes on. */
	private const TIMEOUT_SECONDS = 3;
	private const AWAY            = 'docket_away';
	private const AWAY_SECONDS    = MINUTE_IN_SECONDS;

	/** @var array<int, array[]> Documents by order id. */
	private array $known = array();

	public function __construct( private readonly OrderDocuments $documents ) {}

	public function register(): void {
		add_filter( 'woocommerce_my_account_my_orders_actions', array( $this, 'offer' ), 10, 2 );
	}

	public function offer( mixed $actions, mixed $order ): mixed {
		// The thank-you page shows these actions too: the checkout never asks anybody.
		if ( ! is_array( $actions ) || ! $order instanceof WC_Order || ! is_account_page() || ! current_user_can( 'view_order', $order->get_id() ) ) {
			return $actions;
		}
		foreach ( $this->issued_of( $order ) as $document ) {
			$name = DocumentWords::name( $document );

			$actions[ 'docket-' . $document['documentId'] ] = array(
				'url'        => DocumentLink::url( (string) $document['documentId'], $order->get_id() ),
				'name'       => $name,
				/* translators: 1: document, such as "Invoice 2026-0042"; 2: order number. */
				'aria-label' => sprintf( __( 'Open %1$s of order %2$s', 'docket' ), $name, $order->get_order_number() ),
			);
		}
		return $actions;
	}

	/** @return array[] DocumentSummary of what is issued, for this order. */
	private function issued_of( WC_Order $order ): array {
		if ( ! isset( $this->known[ $order->get_id() ] ) ) {
			$this->known += $this->read( array_unique( array( $order->get_id(), ...$this->newest_orders() ) ) );
		}
		return array_filter( $this->known[ $order->get_id() ] ?? array(), static fn ( array $document ): bool => 'issued' === ( $document['state'] ?? '' ) );
	}

	private function read( array $order_ids ): array {
		$nothing = array_fill_keys( $order_ids, array() );
		if ( get_transient( self::AWAY ) ) {
			return $nothing;
		}
		try {
			return $this->documents->of_orders( $order_ids, self::TIMEOUT_SECONDS );
		} catch ( ServiceProblem ) {
			set_transient( self::AWAY, 1, self::AWAY_SECONDS );
			return $nothing;
		}
	}

	private function newest_orders(): array {
		return $this->known || is_wc_endpoint_url( 'view-order' ) ? array() : wc_get_orders(
			array(
				'customer_id' => get_current_user_id(),
				'type'        => 'shop_order',
				'limit'       => self::MOST_ORDERS,
				'return'      => 'ids',
			)
		);
	}
}
