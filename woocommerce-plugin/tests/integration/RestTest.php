<?php
declare( strict_types=1 );

final class RestTest extends ShopTestCase {

	/** @dataProvider users */
	public function test_only_who_manages_the_shop_gets_through( string $user, int $status ): void {
		self::assertSame( $status, wp_remote_retrieve_response_code( $this->ask_service( 'GET', '/home', $user ) ) );
	}

	public static function users(): array {
		return array(
			array( 'admin', 200 ),
			array( 'manager', 200 ),
			array( 'editor', 403 ),
			array( 'customer', 403 ),
			array( '', 401 ),
		);
	}

	public function test_a_cookie_without_its_nonce_opens_nothing(): void {
		self::assertSame( 401, wp_remote_retrieve_response_code( $this->browse( '/index.php?rest_route=/docket/v1/service/home' ) ) );
		self::assertSame( 403, wp_remote_retrieve_response_code( $this->browse( '/index.php?rest_route=/docket/v1/service/home&_wpnonce=0123456789' ) ) );
	}

	public function test_the_service_learns_the_declared_parameters_only_and_not_who_clicked(): void {
		$home = $this->json( $this->ask_service( 'GET', '/home', 'manager' ) );
		self::assertStringNotContainsStringIgnoringCase( 'manager', wp_json_encode( $home['claims'] ) );
		$list = $this->json( $this->ask_service( 'GET', '/documents&search=M%C3%BCller+%26+co&limit=25&odd=1&_locale=user' ) );
		self::assertSame( array( 'search' => 'Müller & co', 'limit' => '25' ), $list['query'] );
	}

	/** @dataProvider odd_calls */
	public function test_wordpress_refuses_what_is_not_declared( string $method, string $path, string $body, int $status ): void {
		$answer = $this->ask_service( $method, $path, 'admin', $body );
		self::assertSame( $status, wp_remote_retrieve_response_code( $answer ), wp_remote_retrieve_body( $answer ) );
		self::assertSame( array( 'POST /connect' ), $this->calls() );
	}

	public static function odd_calls(): array {
		return array(
			'no such path'       => array( 'GET', '/connection', '', 404 ),
			'a way out'          => array( 'GET', '/documents/..%2F..%2Fconnection', '', 404 ),
			'no such method'     => array( 'DELETE', '/settings', '', 404 ),
			'no such intent'     => array( 'POST', '/documents/commands', '{"intent":"burn","documentIds":["a"]}', 400 ),
			'nothing chosen'     => array( 'POST', '/documents/commands', '{"intent":"issue"}', 400 ),
			'a page too long'    => array( 'GET', '/documents&limit=100000', '', 400 ),
			'no file type'       => array( 'GET', '/documents/doc_1/file&type=exe', '', 400 ),
			'no JSON'            => array( 'POST', '/documents/commands', '{"intent":', 400 ),
			'too many at once'   => array( 'POST', '/plan/issue-held', '{"limit":26}', 400 ),
			'a choice of text'   => array( 'POST', '/plan/direct-request', '{"choice":"starter"}', 400 ),
			'the report itself'  => array( 'POST', '/subscription-report', '{}', 404 ),
			'an order by a name' => array( 'POST', '/orders/abc/documents', '{"kind":"invoice","how":"issue"}', 404 ),
		);
	}

	public function test_settings_go_as_they_are_and_come_back_with_errors_by_field(): void {
		$body = '{"texts":{"nl":{}},"rules":[],"seller":{"legalName":"Ünï \\"& co\\" <b>"}}';
		self::assertSame( json_decode( $body, true ), $this->json( $this->ask_service( 'PUT', '/settings', 'admin', $body ) ) );
		$refused = $this->ask_service( 'PUT', '/settings', 'admin', '{"seller":{"iban":"BE00"}}' );
		self::assertSame( 422, wp_remote_retrieve_response_code( $refused ) );
		self::assertSame( array( 'seller.iban' => 'check the digits' ), $this->json( $refused )['data']['fieldErrors'] );
		self::assertSame( 'docket_settings_wrong', $this->json( $refused )['code'] );
	}

	public function test_files_come_as_files(): void {
		$pdf = $this->ask_service( 'GET', '/documents/doc_1/file&type=pdf' );
		self::assertSame( 'application/pdf', wp_remote_retrieve_header( $pdf, 'content-type' ) );
		self::assertSame( '%PDF-1.7 test', wp_remote_retrieve_body( $pdf ) );
		self::assertStringStartsWith( 'inline', wp_remote_retrieve_header( $pdf, 'content-disposition' ) );

		$zip = $this->ask_service( 'POST', '/documents/zip', 'admin', '{"documentIds":["doc_1"]}' );
		self::assertSame( 'application/zip', wp_remote_retrieve_header( $zip, 'content-type' ) );
		self::assertSame( 100002, strlen( wp_remote_retrieve_body( $zip ) ) );

		$logo = $this->ask_service( 'GET', '/logo' );
		self::assertSame( 'image/svg+xml', wp_remote_retrieve_header( $logo, 'content-type' ) );
		self::assertStringContainsString( 'sandbox', wp_remote_retrieve_header( $logo, 'content-security-policy' ) );
	}

	public function test_a_logo_goes_byte_for_byte_by_put_or_by_its_header(): void {
		$bytes  = "\x89PNG\r\n\x1a\n\x00\xff";
		$answer = $this->ask_service( 'PUT', '/logo', 'admin', $bytes, array( 'Content-Type' => 'image/png' ) );
		self::assertSame( array( 'bytes' => 10, 'type' => 'image/png' ), $this->json( $answer ) );
		$answer = $this->ask_service( 'POST', '/logo', 'admin', $bytes, array( 'Content-Type' => 'image/png', 'X-HTTP-Method-Override' => 'PUT' ) );
		self::assertSame( 10, $this->json( $answer )['bytes'] );
		self::assertSame( 400, wp_remote_retrieve_response_code( $this->ask_service( 'PUT', '/logo', 'admin', '<html>', array( 'Content-Type' => 'text/html' ) ) ) );
	}

	public function test_making_a_document_sends_the_order_first_and_leaves_a_note(): void {
		$order = $this->place_order( 'paid' );
		$made  = $this->json( $this->ask_service( 'POST', "/orders/{$order->get_id()}/documents", 'manager', '{"kind":"invoice","how":"issue"}' ) );
		self::assertSame( 'issued', $made['state'] );
		self::assertSame( array( 'order.updated' ), $this->heard( $order->get_id() ) );
		self::assertContains( "Docket: Invoice {$made['number']} issued.", $this->notes_of( $order ) );
		$again = $this->ask_service( 'POST', "/orders/{$order->get_id()}/documents", 'manager', '{"kind":"invoice","how":"issue"}' );
		self::assertSame( array( 409, 'docket_already_issued' ), array( wp_remote_retrieve_response_code( $again ), $this->json( $again )['code'] ) );
	}

	public function test_a_service_that_is_away_is_said_in_plain_words(): void {
		$this->service_is( array( 'status' => 500 ) );
		$answer = $this->ask_service( 'GET', '/home' );
		self::assertSame( 500, wp_remote_retrieve_response_code( $answer ) );
		self::assertStringNotContainsString( '<', $this->json( $answer )['message'] );
	}

	private function ask_service( string $method, string $path, string $user = 'admin', string $body = '', array $headers = array() ): array {
		$options = array( 'body' => $body, 'headers' => $headers + array( 'Content-Type' => 'application/json' ) );
		if ( '' === $body ) {
			$options = array();
		}
		return $this->ask_site( $method, "/index.php?rest_route=/docket/v1/service$path", $user, $options );
	}

	private function json( array $answer ): array {
		return json_decode( wp_remote_retrieve_body( $answer ), true );
	}
}
