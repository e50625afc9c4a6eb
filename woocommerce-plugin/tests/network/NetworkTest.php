<?php
declare( strict_types=1 );

use Docket\Admin\SettingsTab;
use Docket\Connection\ConnectionState;
use Docket\Plugin;
use Docket\Service\ServiceUrl;
use Docket\Uninstall;

/** A network (multisite) in which the plugin is active everywhere: every site is a shop of its own. */
final class NetworkTest extends ShopTestCase {

	/** Made when the plugin was active already. */
	private static int $second = 0;

	protected function setUp(): void {
		parent::setUp();
		if ( 0 === self::$second ) {
			self::$second = (int) wpmu_create_blog( get_network()->domain, '/second/', 'Second', 1 );
			// WordPress leaves this on, and then keeps no transients.
			wp_installing( false );
			// WooCommerce makes its tables when somebody visits.
			self::assertSame( 200, wp_remote_retrieve_response_code( $this->ask_site( 'GET', '/second/', '', array( 'redirection' => 1 ) ) ) );
		}
		$this->in_second(
			function (): void {
				update_option( ServiceUrl::OPTION, getenv( 'SERVICE_URL' ) );
				$this->connection->forget();
				delete_option( SettingsTab::REMOVE_ON_UNINSTALL );
				as_unschedule_all_actions( '', array(), 'docket' );
			}
		);
	}

	public function test_a_site_made_later_is_not_connected_until_it_connects_itself(): void {
		self::assertSame( ConnectionState::Connected, $this->connection->state() );
		$this->in_second(
			function (): void {
				self::assertSame( ConnectionState::None, $this->connection->state() );
				wc_create_order( array( 'status' => 'processing' ) );
				$this->end_request();
				self::assertSame( 0, $this->count_pending() );
				$this->connect();
				self::assertSame( getenv( 'SITE_URL' ) . '/second', $this->connection->stored()->site_url );
			}
		);
		$shops = $this->state_of_service( 'shops' );
		self::assertCount( 2, $shops );
		self::assertSame( $shops[ $this->connection->stored()->shop_id ], $this->connection->stored()->secret );
	}

	public function test_orders_of_two_sites_in_one_request_are_told_in_the_name_of_their_site(): void {
		[ $first, $second ] = $this->connect_both();
		$of_first           = wc_create_order( array( 'status' => 'processing' ) )->get_id();
		$of_second          = $this->in_second( static fn () => wc_create_order( array( 'status' => 'processing' ) )->get_id() );
		$this->end_request();
		self::assertCount( 1, $this->pending( $of_first ) );
		self::assertCount( 1, $this->in_second( fn () => $this->pending( $of_second ) ) );

		$run_orders_only = function (): void {
			as_unschedule_all_actions( 'docket_sweep' );
			$this->run_actions();
		};
		$run_orders_only();
		$this->in_second( $run_orders_only );
		self::assertEqualsCanonicalizing(
			array( "$first:$of_first", "$second:$of_second" ),
			array_map( static fn ( array $event ) => "$event[shop]:{$event['order']['id']}", $this->events() )
		);
	}

	public function test_a_manager_of_one_site_reaches_nothing_of_the_other(): void {
		$this->connect_both();
		$route = '?rest_route=/docket/v1/service/home';
		self::assertSame( 200, wp_remote_retrieve_response_code( $this->ask_site( 'GET', "/$route", 'manager' ) ) );
		self::assertSame( 403, wp_remote_retrieve_response_code( $this->ask_site( 'GET', "/second/$route", 'manager' ) ) );
		self::assertSame( 200, wp_remote_retrieve_response_code( $this->ask_site( 'GET', "/second/$route", 'admin' ) ) );
	}

	public function test_switched_off_in_the_network_it_leaves_no_work_on_any_site(): void {
		$this->connect_both();
		self::assertGreaterThan( 0, $this->count_pending() );
		self::assertGreaterThan( 0, $this->in_second( fn () => $this->count_pending() ) );
		Plugin::deactivate( true );
		self::assertSame( 0, $this->count_pending() );
		self::assertSame( 0, $this->in_second( fn () => $this->count_pending() ) );
		$this->in_second( static fn () => Plugin::activate() );
		self::assertSame( 0, $this->count_pending() );
		self::assertSame( 1, $this->in_second( fn () => $this->count_pending() ) );
	}

	public function test_deleted_it_leaves_nothing_on_the_sites_that_asked_for_it(): void {
		[ $first ] = $this->connect_both();
		$this->in_second( static fn () => update_option( SettingsTab::REMOVE_ON_UNINSTALL, 'yes' ) );
		Uninstall::run();
		self::assertSame( array(), $this->in_second( fn () => $this->options() ) );
		self::assertSame( ConnectionState::Connected, $this->connection->state() );
		self::assertSame( array( $first ), array_keys( $this->state_of_service( 'shops' ) ) );

		update_option( SettingsTab::REMOVE_ON_UNINSTALL, 'yes' );
		Uninstall::run();
		self::assertSame( array(), $this->options() );
		self::assertSame( array(), $this->state_of_service( 'shops' ) );
	}

	/** @return string[] The shops of the first and of the second site. */
	private function connect_both(): array {
		$this->connect();
		$this->in_second( fn () => $this->connect() );
		return array( $this->connection->stored()->shop_id, $this->in_second( fn () => $this->connection->stored()->shop_id ) );
	}

	private function in_second( callable $task ): mixed {
		switch_to_blog( self::$second );
		try {
			return $task();
		} finally {
			restore_current_blog();
		}
	}

	/** Scheduled actions of the site that is switched to. */
	private function count_pending(): int {
		return count( as_get_scheduled_actions( array( 'group' => 'docket', 'status' => 'pending', 'per_page' => 100 ), 'ids' ) );
	}

	/** @return string[] */
	private function options(): array {
		global $wpdb;
		return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'docket\\_%'" );
	}
}
