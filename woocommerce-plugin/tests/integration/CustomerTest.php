<?php
declare( strict_types=1 );

/** What a customer sees, and what WordPress hands over or erases of a customer. */
final class CustomerTest extends ShopTestCase {

	private WC_Order $order;
	private string $document_id;

	protected function setUp(): void {
		parent::setUp();
		$this->order = $this->place_order( 'paid', 'customer@shop.example' );
		$this->order->set_customer_id( get_user_by( 'login', 'customer' )->ID );
		$this->order->save();
		$this->document_id = $this->service->json( 'POST', "/orders/{$this->order->get_id()}/documents", array( 'kind' => 'invoice', 'how' => 'issue' ) )['documentId'];
		$this->service->json( 'POST', "/orders/{$this->order->get_id()}/documents", array( 'kind' => 'proforma', 'how' => 'draft' ) );
	}

	public function test_my_account_offers_what_is_issued_and_leads_to_a_link_that_expires(): void {
		$page = wp_remote_retrieve_body( $this->browse( $this->account_url( 'orders' ), 'customer' ) );
		self::assertSame( 1, preg_match_all( '/href="([^"]*docket-document=[^"]*)"/', $page, $links ) );
		self::assertStringContainsString( 'Invoice F', $page );
		self::assertSame( 1, count( array_keys( $this->calls(), 'POST /orders/documents', true ) ), 'one call for all orders' );

		$answer = $this->browse( $this->path_of( $links[1][0] ), 'customer' );
		self::assertSame( 302, wp_remote_retrieve_response_code( $answer ) );
		self::assertSame( getenv( 'SERVICE_URL' ) . '/d/token', wp_remote_retrieve_header( $answer, 'location' ) );
		self::assertStringContainsString( 'no-cache', wp_remote_retrieve_header( $answer, 'cache-control' ) );
	}

	public function test_a_link_is_good_for_its_customer_and_document_only(): void {
		$page = wp_remote_retrieve_body( $this->browse( $this->account_url( 'orders' ), 'customer' ) );
		preg_match( '/href="([^"]*docket-document=[^"]*)"/', $page, $link );
		$path = $this->path_of( $link[1] );

		$stranger = $this->place_order( 'paid' );
		$odd      = array(
			'another user'     => array( $path, 'editor' ),
			'nobody'           => array( $path, '' ),
			'another order'    => array( str_replace( "docket-order={$this->order->get_id()}", "docket-order={$stranger->get_id()}", $path ), 'customer' ),
			'another document' => array( str_replace( $this->document_id, 'doc_9_invoice', $path ), 'customer' ),
			'no nonce'         => array( preg_replace( '/_wpnonce=\w+/', '', $path ), 'customer' ),
		);
		foreach ( $odd as $what => [ $wanted, $user ] ) {
			$answer = '' === $user ? $this->ask_site( 'GET', $wanted, '' ) : $this->browse( $wanted, $user );
			self::assertStringNotContainsString( '/d/', wp_remote_retrieve_header( $answer, 'location' ), $what );
		}
		self::assertNotContains( 'POST /links', $this->calls() );
	}

	public function test_an_order_page_goes_on_without_the_service(): void {
		$this->service_is( array( 'slowSeconds' => 5 ) );
		$started = microtime( true );
		$page    = $this->browse( $this->account_url( 'orders' ), 'customer' );
		self::assertSame( 200, wp_remote_retrieve_response_code( $page ) );
		self::assertStringNotContainsString( 'docket-document=', wp_remote_retrieve_body( $page ) );
		self::assertLessThan( 5, microtime( true ) - $started );
		delete_transient( 'docket_away' );
	}

	public function test_an_export_has_the_documents(): void {
		$exporter = apply_filters( 'wp_privacy_personal_data_exporters', array() )['docket'];
		$page     = $exporter['callback']( 'customer@shop.example', 1 );
		self::assertTrue( $page['done'] );
		$values = array_column( $page['data'][0]['data'], 'value', 'name' );
		self::assertSame( array( 'F1', 'Gent' ), array( $values['number'], $values['buyer.city'] ) );
		self::assertNotSame( '', $values['orderId'] );
	}

	public function test_an_export_without_the_service_fails_instead_of_looking_complete(): void {
		$this->service_is( array( 'status' => 500 ) );
		$exporter = apply_filters( 'wp_privacy_personal_data_exporters', array() )['docket'];
		self::assertInstanceOf( WP_Error::class, $exporter['callback']( 'customer@shop.example', 1 ) );
	}

	public function test_erasing_says_what_the_law_keeps_and_comes_before_woocommerces(): void {
		$erasers = apply_filters( 'wp_privacy_personal_data_erasers', array() );
		self::assertSame( 'docket', array_key_first( $erasers ) );
		$answer = $erasers['docket']['callback']( 'customer@shop.example', 1 );
		self::assertSame( array( true, true, array( 'Invoice F1: the law says ten years' ), true ), array( $answer['items_removed'], $answer['items_retained'], $answer['messages'], $answer['done'] ) );

	}

	/** WooCommerce's eraser comes next and takes the address off the orders: nobody would find them a second time. */
	public function test_erasing_without_the_service_stops_so_that_it_can_be_repeated(): void {
		$this->service_is( array( 'status' => 500 ) );
		$eraser = apply_filters( 'wp_privacy_personal_data_erasers', array() )['docket'];
		self::assertInstanceOf( WP_Error::class, $eraser['callback']( 'customer@shop.example', 1 ) );
	}

	private function account_url( string $endpoint ): string {
		return $this->path_of( wc_get_account_endpoint_url( $endpoint ) );
	}

	private function path_of( string $url ): string {
		return str_replace( getenv( 'SITE_URL' ), '', html_entity_decode( $url ) );
	}
}
