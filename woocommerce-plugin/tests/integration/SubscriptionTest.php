<?php
declare( strict_types=1 );

use Docket\Billing\MarketplaceSubscriptions;
use Docket\Billing\SubscriptionReporter;

/** What WooCommerce itself keeps of WooCommerce.com, and what the service hears of it. */
final class SubscriptionTest extends ShopTestCase {

	private const PRODUCT = 18734000;
	private const SITE    = 4411;

	/** What WooCommerce.com answers; null while nobody answers. */
	private ?array $marketplace = array();
	private int $asked          = 0;

	protected function setUp(): void {
		parent::setUp();
		add_filter( MarketplaceSubscriptions::PRODUCT_IDS, array( $this, 'product_ids' ) );
		add_filter( 'pre_http_request', array( $this, 'answer_for_marketplace' ), 10, 3 );
		$this->connect_site( array( 'access_token' => 'token', 'access_token_secret' => 'secret', 'site_id' => self::SITE ) );
		SubscriptionReporter::end();
	}

	protected function tearDown(): void {
		remove_filter( MarketplaceSubscriptions::PRODUCT_IDS, array( $this, 'product_ids' ) );
		remove_filter( 'pre_http_request', array( $this, 'answer_for_marketplace' ) );
		delete_option( 'woocommerce_helper_data' );
		delete_transient( '_woocommerce_helper_subscriptions' );
	}

	public function test_the_service_hears_what_woocommerce_keeps(): void {
		set_transient( '_woocommerce_helper_subscriptions', array( self::row(), self::row( array( 'product_id' => 7, 'product_key' => 'other' ) ) ) );
		do_action( SubscriptionReporter::HOOK );
		self::assertSame( 0, $this->asked );
		$told = $this->state_of_service( 'subscriptions' );
		self::assertSame( 'woocommerce.com', $told['marketplace'] );
		self::assertSame(
			array( array( 'product_key' => 'd41d-8cd9', 'product_name' => 'Docket Business', 'expires' => 1795255200, 'expired' => false, 'autorenew' => true ) ),
			$told['subscriptions']
		);
	}

	public function test_soon_after_woocommerce_asked_again_it_is_told(): void {
		$this->marketplace = array( self::row() );
		WC_Helper::_flush_subscriptions_cache();
		WC_Helper::get_subscriptions();
		self::assertCount( 1, as_get_scheduled_actions( array( 'hook' => SubscriptionReporter::SOON_HOOK, 'status' => 'pending' ) ) );
		$this->run_actions();
		self::assertSame( 'd41d-8cd9', $this->state_of_service( 'subscriptions' )['subscriptions'][0]['product_key'] );
		self::assertFalse( as_has_scheduled_action( SubscriptionReporter::SOON_HOOK ), 'its own reading plans nothing' );
	}

	public function test_that_nobody_answers_is_not_told_as_no_subscription(): void {
		$this->marketplace = null;
		delete_transient( '_woocommerce_helper_subscriptions' );
		do_action( SubscriptionReporter::HOOK );
		self::assertSame( array(), get_transient( '_woocommerce_helper_subscriptions' ), 'WooCommerce keeps an empty list then' );
		do_action( SubscriptionReporter::HOOK );
		self::assertNotContains( 'POST /subscription-report', $this->calls() );

		$this->marketplace = array();
		do_action( SubscriptionReporter::HOOK );
		self::assertSame( array(), $this->state_of_service( 'subscriptions' )['subscriptions'] );
	}

	public function test_a_look_at_the_plan_tells_it_first_once_an_hour(): void {
		set_transient( '_woocommerce_helper_subscriptions', array( self::row() ) );
		foreach ( array( 1, 2 ) as $look ) {
			$answer = rest_do_request( new WP_REST_Request( 'GET', '/docket/v1/service/plan' ) );
			self::assertSame( 'free', $answer->get_data()->planId );
		}
		self::assertSame( array( 'POST /connect', 'POST /subscription-report', 'GET /plan', 'GET /plan' ), $this->calls() );
	}

	public function test_a_wish_is_taken_back_with_nothing_as_choice(): void {
		$request = new WP_REST_Request( 'POST', '/docket/v1/service/plan/direct-request' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( '{"choice":null}' );
		self::assertSame( '{"choice":null}', rest_do_request( $request )->get_data()->asked );
	}

	public function test_a_site_without_woocommerce_com_neither_asks_nor_tells(): void {
		$this->connect_site( array() );
		delete_transient( '_woocommerce_helper_subscriptions' );
		$this->connect();
		do_action( SubscriptionReporter::HOOK );
		rest_do_request( new WP_REST_Request( 'GET', '/docket/v1/service/plan' ) );
		self::assertSame( 0, $this->asked );
		self::assertNotContains( 'POST /subscription-report', $this->calls() );
		self::assertFalse( as_has_scheduled_action( SubscriptionReporter::HOOK ) );
	}

	public function test_a_connected_site_tells_at_once_and_daily(): void {
		set_transient( '_woocommerce_helper_subscriptions', array( self::row() ) );
		$this->connect();
		$this->run_actions();
		self::assertContains( 'POST /subscription-report', $this->calls() );
		self::assertTrue( as_has_scheduled_action( SubscriptionReporter::HOOK ), 'tomorrow again' );
	}

	/** @return int[] */
	public function product_ids(): array {
		return array( self::PRODUCT );
	}

	public function answer_for_marketplace( mixed $answer, array $request, string $url ): mixed {
		if ( ! str_starts_with( $url, 'https://woocommerce.com/' ) ) {
			return $answer;
		}
		++$this->asked;
		return null === $this->marketplace
			? new WP_Error( 'http_request_failed', 'away', 500 )
			: array( 'headers' => array(), 'response' => array( 'code' => 200 ), 'body' => wp_json_encode( $this->marketplace ) );
	}

	private function connect_site( array $auth ): void {
		WC_Helper_Options::update( 'auth', $auth );
	}

	/** As WooCommerce.com answers. */
	private static function row( array $changes = array() ): array {
		return $changes + array(
			'product_key'       => 'd41d-8cd9',
			'product_id'        => self::PRODUCT,
			'product_name'      => 'Docket Business',
			'product_url'       => 'https://woocommerce.com/products/docket/',
			'zip_slug'          => 'docket',
			'documentation_url' => 'https://woocommerce.com/document/docket/',
			'key_type'          => 'single',
			'key_type_label'    => 'Single site',
			'lifetime'          => false,
			'product_status'    => 'publish',
			'connections'       => array( self::SITE ),
			'expires'           => 1795255200,
			'expired'           => false,
			'expiring'          => false,
			'sites_max'         => 1,
			'sites_active'      => 1,
			'autorenew'         => true,
			'maxed'             => true,
		);
	}
}
