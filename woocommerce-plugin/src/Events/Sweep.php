<?php
declare( strict_types=1 );

namespace Docket\Events;

use Docket\Connection\ConnectionStore;
use Docket\Orders\OrderNotes;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;
use Throwable;

/**
 * Once a day: asks the service which of the orders that changed lately it does not have as they are, and sends those. What was
 * lost by whatever fault is found here.
 */
final class Sweep {

	public const HOOK      = 'docket_sweep';
	public const PAGE_HOOK = 'docket_sweep_page';
	private const SWEPT    = 'docket_swept_until';

	private const PAGE_ORDERS = 100;
	/** Beyond this an action hands on to the next one, so that no host's time limit cuts it off. */
	private const BUSY_SECONDS = 20;
	/** A first sweep looks back this far. */
	private const FIRST_DAYS = 30;
	private const RETRY_MINUTES = 15;

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ServiceClient $service,
		private readonly EventSender $sender,
		private readonly OrderNotes $notes
	) {}

	public function register(): void {
		add_action( self::HOOK, array( $this, 'start' ) );
		add_action( self::PAGE_HOOK, array( $this, 'run' ), 10, 3 );
		add_action( 'action_scheduler_ensure_recurring_actions', array( self::class, 'ensure' ) );
	}

	/** From the connecting on. The first sweep tells the service of the orders of late. */
	public static function begin(): void {
		self::end();
		as_schedule_recurring_action( time(), DAY_IN_SECONDS, self::HOOK, array(), Outbox::GROUP );
	}

	public static function end(): void {
		delete_option( self::SWEPT );
		if ( ! function_exists( 'as_unschedule_all_actions' ) ) {
			// The plugin is deleted after WooCommerce, and its scheduler is gone with it.
			return;
		}
		foreach ( array( self::HOOK, self::PAGE_HOOK ) as $hook ) {
			as_unschedule_all_actions( $hook, null, Outbox::GROUP );
		}
	}

	/** A site that lost its scheduled actions, as when the plugin was switched off, gets the sweep again. */
	public static function ensure(): void {
		if ( null !== ( new ConnectionStore() )->find() && ! as_has_scheduled_action( self::HOOK, null, Outbox::GROUP ) ) {
			as_schedule_recurring_action( time(), DAY_IN_SECONDS, self::HOOK, array(), Outbox::GROUP );
		}
	}

	/** A day of overlap: an order that was being written when the last sweep looked is looked at again. */
	public function start(): void {
		$swept = (int) get_option( self::SWEPT, 0 );
		$since = $swept > 0 ? $swept - DAY_IN_SECONDS : time() - self::FIRST_DAYS * DAY_IN_SECONDS;
		if ( ! as_has_scheduled_action( self::PAGE_HOOK, null, Outbox::GROUP ) ) {
			self::plan( $since, 1, time() );
		}
	}

	/**
	 * One or more pages.
	 *
	 * @param int $since   Orders modified after this instant, in seconds since 1970.
	 * @param int $page    From 1.
	 * @param int $started When the sweep began: the next one looks from there.
	 */
	public function run( int $since, int $page, int $started ): void {
		$until = time() + self::BUSY_SECONDS;
		while ( null !== $this->connection->find() ) {
			$orders = self::modified_since( $since, $page );
			try {
				$this->send_unseen( $orders );
			} catch ( ServiceProblem $problem ) {
				wc_get_logger()->warning( "Sweep stopped: {$problem->getMessage()}", array( 'source' => 'docket' ) );
				as_schedule_single_action( time() + self::RETRY_MINUTES * MINUTE_IN_SECONDS, self::PAGE_HOOK, array( $since, $page, $started ), Outbox::GROUP );
				return;
			}
			if ( count( $orders ) < self::PAGE_ORDERS ) {
				update_option( self::SWEPT, $started, false );
				return;
			}
			++$page;
			if ( time() >= $until ) {
				self::plan( $since, $page, $started );
				return;
			}
		}
	}

	/**
	 * Sends those of these orders that the service does not have as they are.
	 *
	 * @param array<int, string> $orders Instants of the last change by order id.
	 */
	private function send_unseen( array $orders ): void {
		if ( ! $orders ) {
			return;
		}
		$asked = array();
		foreach ( $orders as $order_id => $updated_at ) {
			$asked[] = array(
				'orderId'   => (string) $order_id,
				'updatedAt' => $updated_at,
			);
		}
		$answer = $this->service->json( 'POST', '/events/unseen', array( 'orders' => $asked ) );
		foreach ( (array) ( $answer['orderIds'] ?? array() ) as $order_id ) {
			if ( isset( $orders[ (int) $order_id ] ) ) {
				$this->send( (int) $order_id );
			}
		}
		$this->notes->look( array_keys( $orders ) );
	}

	/** An order that the service refuses for its content, or that another plugin stumbles over, does not stop the others. */
	private function send( int $order_id ): void {
		try {
			$this->sender->send( $order_id, array( Topic::Updated->value => Topic::Updated ) );
		} catch ( Throwable $problem ) {
			if ( $problem instanceof ServiceProblem && ( $problem->is_temporary() || in_array( $problem->status, array( 401, 404, 410 ), true ) ) ) {
				throw $problem;
			}
			wc_get_logger()->warning( "Order $order_id: {$problem->getMessage()}", array( 'source' => 'docket' ) );
		}
	}

	/** @return array<int, string> Instants (ISO, UTC) by order id, in the order of the ids. */
	private static function modified_since( int $since, int $page ): array {
		$orders = wc_get_orders(
			array(
				'type'          => 'shop_order',
				'status'        => array_merge( array_keys( wc_get_order_statuses() ), array( 'trash' ) ),
				'date_modified' => '>' . $since,
				'orderby'       => 'ID',
				'order'         => 'ASC',
				'limit'         => self::PAGE_ORDERS,
				'page'          => $page,
			)
		);
		$found  = array();
		foreach ( $orders as $order ) {
			$modified                  = $order->get_date_modified() ?? $order->get_date_created();
			$found[ $order->get_id() ] = gmdate( 'Y-m-d\TH:i:s\Z', $modified?->getTimestamp() ?? 0 );
		}
		return $found;
	}

	private static function plan( int $since, int $page, int $started ): void {
		as_enqueue_async_action( self::PAGE_HOOK, array( $since, $page, $started ), Outbox::GROUP );
	}
}
