<?php
declare( strict_types=1 );

namespace Docket\Billing;

use Docket\Connection\ConnectionStore;
use Docket\Events\Outbox;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;

/**
 * Tells the service what WooCommerce.com says of the merchant's subscription: once a day, soon after WooCommerce has asked there
 * again, and when the merchant looks at his plan.
 */
final class SubscriptionReporter {

	public const HOOK = 'docket_report_subscription';
	/** Of its own: the scheduler would take the daily action for one that waits already. */
	public const SOON_HOOK = 'docket_report_subscription_soon';
	/** Set while it was told lately enough for somebody who looks at his plan. */
	private const TOLD = 'docket_subscription_told';

	private const TIMEOUT_SECONDS = 10;

	/** WooCommerce keeps what we make it ask. */
	private bool $is_reading = false;

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ServiceClient $service
	) {}

	public function register(): void {
		add_action( self::HOOK, array( $this, 'report' ) );
		add_action( self::SOON_HOOK, array( $this, 'report' ) );
		add_action( 'action_scheduler_ensure_recurring_actions', array( self::class, 'ensure' ) );
		// A purchase, a renewal, another connection: after each WooCommerce reads the list anew.
		add_action( 'set_transient__woocommerce_helper_subscriptions', array( $this, 'report_soon' ) );
	}

	/** From the connecting on. */
	public static function begin(): void {
		self::end();
		self::ensure();
	}

	public static function end(): void {
		delete_transient( self::TOLD );
		if ( ! function_exists( 'as_unschedule_all_actions' ) ) {
			return;
		}
		foreach ( array( self::HOOK, self::SOON_HOOK ) as $hook ) {
			as_unschedule_all_actions( $hook, null, Outbox::GROUP );
		}
	}

	/** Begins at once. Nothing is scheduled where there is nothing to tell. */
	public static function ensure(): void {
		if ( null === ( new ConnectionStore() )->find() || ! MarketplaceSubscriptions::are_told() ) {
			return;
		}
		if ( ! as_has_scheduled_action( self::HOOK, null, Outbox::GROUP ) ) {
			as_schedule_recurring_action( time(), DAY_IN_SECONDS, self::HOOK, array(), Outbox::GROUP );
		}
	}

	public function report_soon(): void {
		if ( ! $this->is_reading && $this->has_something_to_tell() ) {
			as_enqueue_async_action( self::SOON_HOOK, array(), Outbox::GROUP, true );
		}
	}

	/** At most once an hour: WooCommerce.com may be asked, and somebody waits for it. */
	public function report_hourly(): void {
		if ( $this->has_something_to_tell() && ! get_transient( self::TOLD ) ) {
			$this->report();
		}
	}

	/** What could not be told is told the next day, or when the plan is looked at. */
	public function report(): void {
		if ( ! $this->has_something_to_tell() ) {
			return;
		}
		set_transient( self::TOLD, 1, HOUR_IN_SECONDS );
		$this->is_reading = true;
		$subscriptions    = MarketplaceSubscriptions::read();
		$this->is_reading = false;
		if ( null === $subscriptions ) {
			return;
		}
		$report = array(
			'marketplace'   => 'woocommerce.com',
			'subscriptions' => $subscriptions,
		);
		try {
			$this->service->json( 'POST', '/subscription-report', $report, self::TIMEOUT_SECONDS );
		} catch ( ServiceProblem $problem ) {
			wc_get_logger()->warning( "Subscription not told: {$problem->getMessage()}", array( 'source' => 'docket' ) );
		}
	}

	private function has_something_to_tell(): bool {
		return null !== $this->connection->find() && MarketplaceSubscriptions::are_told();
	}
}
