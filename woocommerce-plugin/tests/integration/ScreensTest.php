<?php
declare( strict_types=1 );

use Automattic\WooCommerce\Utilities\OrderUtil;

/** The screens of WooCommerce as a browser gets them, whichever of the two this site has. */
final class ScreensTest extends ShopTestCase {

	public function test_the_order_list_has_the_column_the_bulk_actions_and_their_script(): void {
		$order = $this->place_order( 'paid' );
		$page  = $this->page( $this->list_url() );
		self::assertStringContainsString( 'data-docket-order="' . $order->get_id() . '"', $page );
		self::assertStringContainsString( 'value="docket_bulk_issue"', $page );
		self::assertStringContainsString( 'assets/order-list.js', $page );
		self::assertSame( array( 'POST /connect' ), $this->calls(), 'the list waits for nobody' );
	}

	public function test_the_order_screen_has_the_panel_and_the_actions(): void {
		$order = $this->place_order( 'paid' );
		$page  = $this->page( $this->order_url( $order ) );
		self::assertStringContainsString( 'data-docket-panel="' . $order->get_id() . '"', $page );
		self::assertStringContainsString( 'value="docket_issue_invoice"', $page );
		self::assertStringContainsString( 'value="docket_preview_delivery_note"', $page );
		self::assertSame( array( 'POST /connect' ), $this->calls() );
	}

	public function test_chosen_orders_are_handed_to_the_list(): void {
		$order = $this->place_order( 'paid' );
		$page  = $this->page( $this->list_url() );
		preg_match( '/name="_wpnonce" value="(\w+)"/', $page, $nonce );
		$chosen = $this->uses_tables() ? array( 'id' => array( $order->get_id() ) ) : array( 'post' => array( $order->get_id() ), 'post_type' => 'shop_order' );
		$send   = $chosen + array( 'action' => 'docket_bulk_issue', 'action2' => '-1', '_wpnonce' => $nonce[1], '_wp_http_referer' => $this->list_url() );

		self::assertSame( 302, wp_remote_retrieve_response_code( $this->browse( $this->list_url( http_build_query( $send ) ), 'manager' ) ) );
		$handed = '"bulk":{"intent":"issue","orderIds":["' . $order->get_id() . '"]}';
		self::assertStringContainsString( $handed, $this->page( $this->list_url() ) );
		self::assertStringContainsString( '"bulk":null', $this->page( $this->list_url() ), 'reloading repeats nothing' );

		$this->browse( $this->list_url( http_build_query( array( '_wpnonce' => 'forged' ) + $send ) ), 'manager' );
		self::assertStringContainsString( '"bulk":null', $this->page( $this->list_url() ) );
	}

	public function test_an_order_action_issues_and_notes_it(): void {
		$order = $this->place_order( 'paid' );
		do_action( 'woocommerce_order_action_docket_send_invoice', $order );
		$notes = implode( "\n", $this->notes_of( $order ) );
		self::assertMatchesRegularExpression( '/Docket: Invoice F\d+ issued\./', $notes );
		self::assertMatchesRegularExpression( '/Docket: Invoice F\d+ sent\./', $notes );

		do_action( 'woocommerce_order_action_docket_issue_invoice', $order );
		self::assertSame( 1, substr_count( implode( "\n", $this->notes_of( $order ) ), 'issued.' ) );
	}

	public function test_beside_the_orders_it_says_that_the_connection_is_broken(): void {
		self::assertStringNotContainsString( 'See the connection', $this->page( $this->list_url() ) );
		$this->connection->save( $this->connection->stored()->as_refused() );
		foreach ( array( $this->list_url(), $this->order_url( $this->place_order( 'paid' ) ), '/wp-admin/index.php' ) as $url ) {
			self::assertStringContainsString( '<strong>Docket no longer knows this shop.</strong>', $this->page( $url ), $url );
		}
		self::assertStringNotContainsString( 'no longer knows', $this->page( '/wp-admin/upload.php' ) );
		self::assertStringNotContainsString( 'no longer knows', $this->page( '/wp-admin/index.php', 'editor' ) );
	}

	public function test_a_service_that_is_away_is_told_of_after_a_day(): void {
		$away = static fn ( int $seconds ) => update_option( 'docket_contact', array( 'at' => time() - $seconds, 'problem' => 'It does not answer.' ), false );
		$away( 35 * HOUR_IN_SECONDS );
		self::assertStringNotContainsString( 'has not answered', $this->page( $this->list_url() ) );
		$away( 37 * HOUR_IN_SECONDS );
		self::assertStringContainsString( '<strong>Docket has not answered for more than a day.</strong>', $this->page( $this->list_url() ) );
	}

	public function test_the_plugin_is_declared_to_work_with_tables_and_blocks(): void {
		foreach ( array( 'custom_order_tables', 'cart_checkout_blocks' ) as $feature ) {
			self::assertContains( 'docket/docket.php', Automattic\WooCommerce\Utilities\FeaturesUtil::get_compatible_plugins_for_feature( $feature )['compatible'] );
		}
	}

	/** The words of a Belgian shop come from the language's file: there is none for its region. */
	public function test_a_belgian_manager_reads_dutch(): void {
		self::assertSame( 'Factuur', $this->say( 'nl_BE' ) );
		self::assertSame( 'Facture', $this->say( 'fr_BE' ) );
		self::assertSame( 'Rechnung', $this->say( 'de_DE_formal' ) );
		self::assertSame( 'Invoice', $this->say( 'es_ES' ) );
	}

	private function say( string $locale ): string {
		$choose = static fn () => $locale;
		add_filter( 'pre_determine_locale', $choose );
		unload_textdomain( 'docket', true );
		$word = Docket\Orders\DocumentWords::kinds()['invoice'];
		remove_filter( 'pre_determine_locale', $choose );
		unload_textdomain( 'docket', true );
		return $word;
	}

	private function uses_tables(): bool {
		return OrderUtil::custom_orders_table_usage_is_enabled();
	}

	private function page( string $url, string $user = 'manager' ): string {
		return wp_remote_retrieve_body( $this->browse( $url, $user ) );
	}

	private function list_url( string $query = '' ): string {
		$list = $this->uses_tables() ? '/wp-admin/admin.php?page=wc-orders' : '/wp-admin/edit.php?post_type=shop_order';
		return '' === $query ? $list : "$list&$query";
	}

	private function order_url( WC_Order $order ): string {
		return $this->uses_tables() ? "/wp-admin/admin.php?page=wc-orders&action=edit&id={$order->get_id()}" : "/wp-admin/post.php?action=edit&post={$order->get_id()}";
	}
}
