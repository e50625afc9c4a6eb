<?php
declare( strict_types=1 );

namespace Docket\Events;

use ActionScheduler;
use ActionScheduler_Store;
use Docket\Service\ServiceProblem;

/**
 * What is still to be told, kept by WooCommerce's Action Scheduler: one pending action per order, with all that happened to the
 * order since it was last told.
 */
final class Outbox {

	public const HOOK  = 'docket_send_order';
	public const GROUP = 'docket';

	/** A click waits for what is still to be told, within reason. */
	private const FLUSHED_ACTIONS = 20;

	/** Minutes until the next try; the last one repeats. */
	private const RETRY_MINUTES = array( 1, 5, 15, 60, 180 );
	/** About a week. After that the daily sweep still finds the order. */
	private const MOST_ATTEMPTS = 60;
	/** While nobody answers, one order a minute waits for that, not all of them: the scheduler has other plugins' work to do too. */
	private const AWAY         = 'docket_events_away';
	private const AWAY_SECONDS = MINUTE_IN_SECONDS;
	/** So that a thousand orders that failed together do not come back together. */
	private const SPREAD_PERCENT = 20;

	public function __construct( private readonly EventSender $sender ) {}

	public function register(): void {
		add_action( self::HOOK, array( $this, 'run' ), 10, 3 );
	}

	/**
	 * Remembers to tell of an order soon.
	 *
	 * @param array<string, Topic> $topics
	 * @param bool                 $is_new The order was made in this request: nothing can be pending for it.
	 */
	public function add( int $order_id, array $topics, bool $is_new = false ): void {
		$pending = $is_new ? array() : $this->pending( $order_id );
		foreach ( $pending as $action_id => $known ) {
			// Whatever is told, the order is told as it is by then.
			if ( ! array_diff_key( $topics, $known, array( Topic::Updated->value => true ) ) ) {
				return;
			}
			$topics += $known;
			ActionScheduler::store()->cancel_action( (string) $action_id );
		}
		as_enqueue_async_action( self::HOOK, self::arguments( $order_id, $topics, 0 ), self::GROUP );
	}

	/** The scheduled action itself: tells of one order, or plans the next try. */
	public function run( string|int $order_id, string $topics, int $attempt = 0 ): void {
		try {
			if ( get_transient( self::AWAY ) ) {
				throw new ServiceProblem( 'service-unreachable', 'Docket did not answer a moment ago.' );
			}
			$this->sender->send( (int) $order_id, Topic::read( $topics ) );
			FollowUp::plan();
		} catch ( ServiceProblem $problem ) {
			if ( 'service-unreachable' === $problem->slug && ! get_transient( self::AWAY ) ) {
				set_transient( self::AWAY, 1, self::AWAY_SECONDS );
			}
			$this->after_problem( $problem, array( (int) $order_id, Topic::read( $topics ), $attempt ) );
		}
	}

	/**
	 * Tells of an order at once, because somebody is about to act on it. A problem is not worth stopping for: what is asked of the
	 * service next meets it too.
	 */
	public function push( int $order_id ): void {
		$topics = array( Topic::Updated->value => Topic::Updated );
		foreach ( $this->pending( $order_id ) as $known ) {
			$topics += $known;
		}
		try {
			$this->sender->send( $order_id, $topics );
			foreach ( array_keys( $this->pending( $order_id ) ) as $action_id ) {
				ActionScheduler::store()->cancel_action( (string) $action_id );
			}
		} catch ( ServiceProblem $problem ) {
			self::log( $order_id, $problem );
		}
	}

	/** Tells what is pending, newest first, until one fails: for a click that concerns several orders. */
	public function flush(): void {
		$actions = as_get_scheduled_actions(
			array(
				'hook'     => self::HOOK,
				'group'    => self::GROUP,
				'status'   => ActionScheduler_Store::STATUS_PENDING,
				'per_page' => self::FLUSHED_ACTIONS,
				'orderby'  => 'date',
				'order'    => 'DESC',
			)
		);
		foreach ( $actions as $action_id => $action ) {
			[ $order_id, $topics ] = array_values( $action->get_args() );
			try {
				$this->sender->send( (int) $order_id, Topic::read( (string) $topics ) );
				ActionScheduler::store()->cancel_action( (string) $action_id );
			} catch ( ServiceProblem $problem ) {
				self::log( (int) $order_id, $problem );
				return;
			}
		}
	}

	/** @param array{int, array<string, Topic>, int} $sent Order, topics and attempt. */
	private function after_problem( ServiceProblem $problem, array $sent ): void {
		[ $order_id, $topics, $attempt ] = $sent;
		self::log( $order_id, $problem );
		// A refused signature mends itself when the merchant connects again.
		$can_help = $problem->is_temporary() || 401 === $problem->status;
		if ( ! $can_help || $attempt >= self::MOST_ATTEMPTS ) {
			return;
		}
		if ( $this->pending( $order_id ) ) {
			// The order changed meanwhile: that action tells of this too.
			$this->add( $order_id, $topics );
			return;
		}
		$minutes = self::RETRY_MINUTES[ min( $attempt, count( self::RETRY_MINUTES ) - 1 ) ];
		$delay   = (int) ( $minutes * MINUTE_IN_SECONDS * ( 100 + wp_rand( 0, self::SPREAD_PERCENT ) ) / 100 );
		as_schedule_single_action( time() + $delay, self::HOOK, self::arguments( $order_id, $topics, $attempt + 1 ), self::GROUP );
	}

	/**
	 * The pending actions of an order; more than one only when two requests wrote at the same moment.
	 *
	 * @return array<int, array<string, Topic>> Topics by action id.
	 */
	private function pending( int $order_id ): array {
		$actions = as_get_scheduled_actions(
			array(
				'hook'                  => self::HOOK,
				'group'                 => self::GROUP,
				'status'                => ActionScheduler_Store::STATUS_PENDING,
				// As text: its quotes keep order 12 apart from order 123.
				'args'                  => array( 'order_id' => (string) $order_id ),
				'partial_args_matching' => 'like',
				'per_page'              => 5,
				'orderby'               => 'none',
			)
		);
		return array_map( static fn ( $action ): array => Topic::read( (string) ( $action->get_args()['topics'] ?? '' ) ), $actions );
	}

	/** @param array<string, Topic> $topics */
	private static function arguments( int $order_id, array $topics, int $attempt ): array {
		return array(
			'order_id' => (string) $order_id,
			'topics'   => Topic::write( $topics ),
			'attempt'  => $attempt,
		);
	}

	private static function log( int $order_id, ServiceProblem $problem ): void {
		wc_get_logger()->warning( "Order $order_id: {$problem->getMessage()}", array( 'source' => 'docket' ) );
	}
}
