<?php
declare( strict_types=1 );

namespace Docket\Events;

use Docket\Connection\ConnectionStore;
use WC_Order;

/**
 * Listens to what happens to orders. While a customer checks out it only takes notes; the one thing that it adds to the request
 * is a row in the scheduler's table, at its end.
 */
final class OrderHooks {

	/** An import changes thousands of orders in one request. */
	private const MOST_NOTES = 100;

	/** @var array<int, array<int, array<string, Topic>>> Topics by site of a network, and order id. */
	private array $notes = array();

	public function __construct(
		private readonly Outbox $outbox,
		private readonly ConnectionStore $connection
	) {}

	public function register(): void {
		add_action( 'woocommerce_new_order', fn ( $id, $order = null ) => $this->note( $id, Topic::Created, $order ), 10, 2 );
		add_action( 'woocommerce_update_order', fn ( $id, $order = null ) => $this->note( $id, Topic::Updated, $order ), 10, 2 );
		add_action( 'woocommerce_payment_complete', fn ( $id ) => $this->note( $id, Topic::Paid ) );
		add_action( 'woocommerce_order_status_changed', array( $this, 'note_status' ), 10, 4 );
		add_action( 'woocommerce_order_refunded', fn ( $id ) => $this->note( $id, Topic::Refunded ) );
		add_action( 'woocommerce_refund_deleted', fn ( $refund_id, $id ) => $this->note( $id, Topic::Updated ), 10, 2 );

		add_action( 'woocommerce_trash_order', fn ( $id ) => $this->note( $id, Topic::Deleted ) );
		add_action( 'woocommerce_before_delete_order', fn ( $id, $order = null ) => $this->note( $id, Topic::Deleted, $order ), 10, 2 );
		add_action( 'woocommerce_untrash_order', fn ( $id ) => $this->note( $id, Topic::Restored ) );
		// Orders kept as posts are trashed and deleted as posts are.
		add_action( 'wp_trash_post', fn ( $id ) => $this->note_post( $id, Topic::Deleted ) );
		add_action( 'before_delete_post', fn ( $id ) => $this->note_post( $id, Topic::Deleted ) );
		add_action( 'untrashed_post', fn ( $id ) => $this->note_post( $id, Topic::Restored ) );

		add_action( 'shutdown', array( $this, 'hand_over' ), 5 );
	}

	/** Paid is completed, or paid at once online, whichever comes first; the service decides by the order itself. */
	public function note_status( mixed $id, mixed $from, mixed $to, mixed $order = null ): void {
		$this->note( $id, Topic::Updated, $order );
		if ( 'completed' === $to ) {
			$this->note( $id, Topic::Completed, $order );
			$this->note( $id, Topic::Paid, $order );
		} elseif ( 'processing' === $to && $order instanceof WC_Order && $order->get_date_paid() ) {
			$this->note( $id, Topic::Paid, $order );
		} elseif ( 'cancelled' === $to ) {
			$this->note( $id, Topic::Cancelled, $order );
		} elseif ( 'refunded' === $to ) {
			$this->note( $id, Topic::Refunded, $order );
		}
	}

	/** Puts the notes into the outbox: once per order, after everything that the request did to it. */
	public function hand_over(): void {
		$notes       = $this->notes;
		$this->notes = array();
		foreach ( $notes as $site_id => $orders ) {
			$is_elsewhere = get_current_blog_id() !== $site_id;
			$is_elsewhere && switch_to_blog( $site_id );
			if ( did_action( 'action_scheduler_init' ) && null !== $this->connection->find() ) {
				$this->hand_over_orders( $orders );
			}
			$is_elsewhere && restore_current_blog();
		}
	}

	/** @param array<int, array<string, Topic>> $orders Topics by order id. */
	private function hand_over_orders( array $orders ): void {
		foreach ( $orders as $order_id => $topics ) {
			$is_new = isset( $topics[ Topic::Created->value ] );
			if ( count( $topics ) > 1 ) {
				// Every other topic is an update too.
				unset( $topics[ Topic::Updated->value ] );
			}
			$this->outbox->add( $order_id, $topics, $is_new );
		}
	}

	private function note( mixed $id, Topic $topic, mixed $order = null ): void {
		if ( $order instanceof WC_Order && ! PlacedOrder::is( $order ) ) {
			return;
		}
		// A request can write orders of several sites of a network, whose ids are alike.
		$site_id = get_current_blog_id();
		// Between two orders, never in the middle of one.
		if ( count( $this->notes[ $site_id ] ?? array() ) >= self::MOST_NOTES && ! isset( $this->notes[ $site_id ][ (int) $id ] ) ) {
			$this->hand_over();
		}
		$this->notes[ $site_id ][ (int) $id ][ $topic->value ] = $topic;
	}

	private function note_post( mixed $id, Topic $topic ): void {
		if ( 'shop_order' === get_post_type( (int) $id ) ) {
			$this->note( $id, $topic, wc_get_order( (int) $id ) );
		}
	}
}
