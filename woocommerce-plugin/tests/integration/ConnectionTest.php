<?php
declare( strict_types=1 );

use Docket\Connection\Connection;
use Docket\Connection\ConnectionState;
use Docket\Service\ServiceProblem;

final class ConnectionTest extends ShopTestCase {

	public function test_one_call_connects_and_the_service_has_asked_back(): void {
		self::assertSame( ConnectionState::Connected, $this->connection->state() );
		self::assertSame( 'Europe/Brussels', $this->state_of_service( 'connected' )['timeZone'] );
		self::assertSame( 'Gent', $this->state_of_service( 'connected' )['address']['city'] );
		self::assertNotEmpty( $this->state_of_service( 'connected' )['versions']['woocommerce'] );
		self::assertGreaterThan( time() - 60, $this->connection->contact()['at'] );
	}

	public function test_the_secret_is_not_loaded_with_every_page(): void {
		wp_cache_delete( 'alloptions', 'options' );
		self::assertArrayNotHasKey( 'docket_connection', wp_load_alloptions() );
		self::assertArrayNotHasKey( 'docket_contact', wp_load_alloptions() );
	}

	public function test_a_new_secret_ends_the_old_one(): void {
		$old = $this->connection->stored();
		( new Connection( $this->connection, $this->service ) )->rotate();
		self::assertSame( 'connected', $this->service->json( 'GET', '/connection' )['state'] );
		self::assertNotSame( $old->secret, $this->connection->stored()->secret );
		$this->connection->save( $old );
		$this->expectException( ServiceProblem::class );
		$this->service->json( 'GET', '/connection' );
	}

	public function test_disconnecting_ends_it_on_both_sides(): void {
		self::assertTrue( ( new Connection( $this->connection, $this->service ) )->disconnect() );
		self::assertSame( ConnectionState::None, $this->connection->state() );
		self::assertSame( array(), $this->state_of_service( 'shops' ) );
		self::assertFalse( as_has_scheduled_action( 'docket_sweep' ) );
	}

	public function test_disconnecting_works_without_the_service(): void {
		$this->service_is( array( 'status' => 500 ) );
		self::assertFalse( ( new Connection( $this->connection, $this->service ) )->disconnect() );
		self::assertSame( ConnectionState::None, $this->connection->state() );
	}

	public function test_nobody_is_answered_while_nobody_connects(): void {
		self::assertSame( 404, wp_remote_retrieve_response_code( $this->ask_site( 'GET', '/?rest_route=/docket/v1/verify&challenge=0123456789abcdef', '' ) ) );
		self::assertSame( 400, wp_remote_retrieve_response_code( $this->ask_site( 'GET', '/?rest_route=/docket/v1/verify&challenge=short', '' ) ) );
	}

	public function test_a_service_that_cannot_verify_gives_no_secret(): void {
		$this->service_is( array( 'status' => 403 ) );
		$before = $this->connection->stored();
		try {
			$this->connect();
			self::fail( 'It connected.' );
		} catch ( ServiceProblem ) {
			self::assertEquals( $before, $this->connection->stored() );
		}
	}

	public function test_a_wrong_clock_is_followed(): void {
		file_put_contents( getenv( 'SERVICE_STATE' ) . '/clock.json', '{"offset":7200}' );
		self::assertSame( 'connected', $this->service->json( 'GET', '/connection' )['state'] );
		self::assertEqualsWithDelta( 7200, $this->connection->contact()['offset'], 3 );
	}

	/** Plugins for languages give a page in English the address https://shop.example/en. */
	public function test_an_address_by_language_is_no_move(): void {
		$in_english = static fn ( string $url ): string => str_replace( getenv( 'SITE_URL' ), getenv( 'SITE_URL' ) . '/en', $url );
		add_filter( 'home_url', $in_english );
		try {
			self::assertSame( ConnectionState::Connected, $this->connection->state() );
			$this->connect();
		} finally {
			remove_filter( 'home_url', $in_english );
		}
		self::assertSame( ConnectionState::Connected, $this->connection->state() );
		$told = $this->state_of_service( 'connected' );
		self::assertSame( getenv( 'SITE_URL' ), $told['siteUrl'] );
		self::assertSame( rest_url( 'docket/v1/verify' ), $told['verifyUrl'] );
	}

	public function test_no_page_holds_the_secret(): void {
		$order = $this->place_order( 'paid' );
		foreach ( array( 'admin.php?page=docket', 'admin.php?page=wc-settings&tab=docket', 'admin.php?page=wc-orders', 'post.php?action=edit&post=' . $order->get_id() ) as $page ) {
			$answer = $this->browse( "/wp-admin/$page" );
			self::assertNotSame( '', wp_remote_retrieve_body( $answer ) . wp_remote_retrieve_header( $answer, 'location' ) );
			self::assertStringNotContainsString( $this->connection->stored()->secret, wp_remote_retrieve_body( $answer ) );
		}
		self::assertStringContainsString( 'id="docket-admin"', wp_remote_retrieve_body( $this->browse( '/wp-admin/admin.php?page=docket' ) ) );
	}

	/** WordPress's script for emoji changes texts that belong to React. */
	public function test_the_page_keeps_its_emoji(): void {
		$script = 'wp-emoji-settings';
		self::assertStringContainsString( $script, wp_remote_retrieve_body( $this->browse( '/wp-admin/admin.php?page=wc-settings' ) ) );
		self::assertStringNotContainsString( $script, wp_remote_retrieve_body( $this->browse( '/wp-admin/admin.php?page=docket' ) ) );
	}

	public function test_settings_and_buttons_are_for_managers_and_have_nonces(): void {
		$page = wp_remote_retrieve_body( $this->browse( '/wp-admin/admin.php?page=wc-settings&tab=docket', 'manager' ) );
		self::assertMatchesRegularExpression( '/docket_connection_disconnect[^"]*_wpnonce=\w+/', $page );
		self::assertStringContainsString( 'docket_mails_attach[customer_completed_order]', $page );
		self::assertSame( 403, wp_remote_retrieve_response_code( $this->browse( '/wp-admin/admin-post.php?action=docket_connection_disconnect', 'manager' ) ) );
		self::assertSame( 403, wp_remote_retrieve_response_code( $this->browse( '/wp-admin/admin.php?page=docket', 'editor' ) ) );
		preg_match( '/admin-post\.php\?action=docket_connection_disconnect[^"]*/', $page, $link );
		$this->browse( '/wp-admin/' . html_entity_decode( $link[0] ), 'admin' );
		wp_cache_flush();
		self::assertSame( ConnectionState::Connected, $this->connection->state(), 'a nonce of another user opens nothing' );
		self::assertSame( 302, wp_remote_retrieve_response_code( $this->browse( '/wp-admin/' . html_entity_decode( $link[0] ), 'manager' ) ) );
		wp_cache_flush();
		self::assertSame( ConnectionState::None, $this->connection->state() );
	}
}
