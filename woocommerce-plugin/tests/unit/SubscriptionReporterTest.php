<?php
declare( strict_types=1 );

use Docket\Billing\SubscriptionReporter;

final class SubscriptionReporterTest extends SiteTestCase {

	private const PRODUCT = 18734000;
	private const SITE    = 4411;

	private SubscriptionReporter $reporter;

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$this->reporter = new SubscriptionReporter( $this->connection, $this->service );
		add_filter( 'docket_marketplace_product_ids', static fn () => array( (string) self::PRODUCT ) );
		update_option( 'woocommerce_helper_data', array( 'auth' => array( 'access_token' => 'token', 'site_id' => self::SITE ) ) );
	}

	public function test_tells_of_its_product_on_this_site_in_the_marketplaces_words(): void {
		$this->woocommerce_knows( self::row(), self::row( array( 'product_id' => 1 ) ), self::row( array( 'connections' => array( 99 ) ) ), 'odd' );
		$this->service_answers( answer( 200 ) );
		$this->reporter->report();
		self::assertStringEndsWith( '/subscription-report', site()->requests[0]['url'] );
		self::assertSame(
			'{"marketplace":"woocommerce.com","subscriptions":[{"product_key":"W1-key","product_name":"Docket Starter","expires":1795255200,"expired":false,"autorenew":true}]}',
			site()->requests[0]['body']
		);
	}

	public function test_of_no_subscription_it_tells_an_empty_list(): void {
		$this->woocommerce_knows( self::row( array( 'product_id' => 1 ) ) );
		$this->service_answers( answer( 200 ) );
		$this->reporter->report();
		self::assertStringContainsString( '"subscriptions":[]', site()->requests[0]['body'] );
	}

	public function test_an_empty_list_may_be_a_question_that_failed_so_it_asks_again(): void {
		$this->woocommerce_knows();
		$this->service_answers( answer( 200, array( self::row() ) ), answer( 200 ) );
		$this->reporter->report();
		self::assertSame( 'https://woocommerce.com/subscriptions', site()->requests[0]['url'] );
		self::assertStringContainsString( 'W1-key', site()->requests[1]['body'] );

		foreach ( array( answer( 500, array() ), answer( 401, '{"code":"no"}' ), answer( 200, 'odd' ), static fn () => new WP_Error( 'away', 'away' ) ) as $failure ) {
			site()->requests = array();
			site()->answers  = array( $failure );
			$this->reporter->report();
			self::assertCount( 1, site()->requests, 'nothing is told that nobody said' );
		}
	}

	/** @dataProvider silent_sites */
	public function test_is_silent( Closure $change ): void {
		$this->woocommerce_knows( self::row() );
		$change( $this );
		$this->reporter->report();
		$this->reporter->report_hourly();
		$this->reporter->report_soon();
		SubscriptionReporter::begin();
		self::assertSame( array(), site()->requests );
		self::assertSame( array(), site()->actions );
	}

	public static function silent_sites(): array {
		return array(
			'without products'      => array( static fn () => add_filter( 'docket_marketplace_product_ids', static fn () => array() ) ),
			'without WooCommerce.com' => array( static fn () => update_option( 'woocommerce_helper_data', array( 'auth' => array() ) ) ),
			'without the service'   => array( static fn ( self $test ) => $test->connection->forget() ),
		);
	}

	public function test_somebody_who_looks_makes_it_tell_once_an_hour_also_when_that_fails(): void {
		$this->woocommerce_knows( self::row() );
		$this->service_answers( answer( 503 ) );
		$this->reporter->report_hourly();
		$this->reporter->report_hourly();
		self::assertCount( 1, site()->requests );
		self::assertCount( 1, site()->log );
		SubscriptionReporter::end();
		$this->service_answers( answer( 200 ) );
		$this->reporter->report_hourly();
		self::assertCount( 2, site()->requests );
	}

	public function test_it_is_planned_daily_and_soon_after_woocommerce_asked(): void {
		$this->reporter->register();
		SubscriptionReporter::begin();
		SubscriptionReporter::ensure();
		do_action( 'set_transient__woocommerce_helper_subscriptions', array(), 10800, '_woocommerce_helper_subscriptions' );
		do_action( 'set_transient__woocommerce_helper_subscriptions', array(), 10800, '_woocommerce_helper_subscriptions' );
		self::assertSame( array( SubscriptionReporter::HOOK, SubscriptionReporter::SOON_HOOK ), array_column( array_values( site()->actions ), 'hook' ) );
		SubscriptionReporter::end();
		self::assertSame( array(), site()->actions );
	}

	private function woocommerce_knows( mixed ...$rows ): void {
		set_transient( '_woocommerce_helper_subscriptions', $rows );
	}

	private static function row( array $changes = array() ): array {
		return $changes + array(
			'product_key'  => 'W1-key',
			'product_id'   => self::PRODUCT,
			'product_name' => 'Docket Starter',
			'connections'  => array( self::SITE ),
			'expires'      => 1795255200,
			'expired'      => false,
			'autorenew'    => true,
			'sites_max'    => 1,
		);
	}
}
