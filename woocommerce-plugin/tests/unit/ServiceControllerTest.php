<?php
declare( strict_types=1 );

use Docket\Billing\SubscriptionReporter;
use Docket\Events\EventSender;
use Docket\Events\Outbox;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;
use Docket\Rest\FileResponse;
use Docket\Rest\ServiceController;

final class ServiceControllerTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$outbox = new Outbox( new EventSender( $this->connection ) );
		$notes  = new OrderNotes( new OrderDocuments( $this->service, $outbox ) );
		( new ServiceController( $this->service, $outbox, $notes, new SubscriptionReporter( $this->connection, $this->service ) ) )->register_routes();
	}

	public function test_every_endpoint_asks_for_the_capability(): void {
		self::assertGreaterThan( 15, count( site()->routes ) );
		foreach ( site()->routes as $endpoints ) {
			foreach ( $endpoints as $endpoint ) {
				site()->capabilities = array( 'read', 'edit_shop_orders', 'manage_options' );
				self::assertFalse( $endpoint['permission_callback']() );
				site()->capabilities = array( 'manage_woocommerce' );
				self::assertTrue( $endpoint['permission_callback']() );
			}
		}
	}

	public function test_writing_endpoints_declare_what_wordpress_is_to_check(): void {
		foreach ( site()->routes as $route => $endpoints ) {
			foreach ( $endpoints as $endpoint ) {
				if ( 'GET' !== $endpoint['methods'] && ! preg_match( '#/(logo|plan/cancel)$#', $route ) ) {
					self::assertNotEmpty( $endpoint['args'], $route );
				}
			}
		}
	}

	public function test_passes_on_what_is_declared_and_nothing_else(): void {
		$this->service_answers( answer( 200 ) );
		$this->put( '/settings', '{"seller":{"name":"Ünï & co","texts":{}},"journals":[],"isAdmin":true}' );
		self::assertSame( '{"seller":{"name":"Ünï & co","texts":{}},"journals":[]}', site()->requests[0]['body'] );

		$this->service_answers( answer( 200 ) );
		$this->get( '/documents', array( 'search' => 'a&b', 'isPaid' => true, '_locale' => 'user', '_wpnonce' => 'x', 'kind' => array( 'x' ) ) );
		self::assertStringEndsWith( '/documents?search=a%26b&isPaid=true', site()->requests[1]['url'] );
	}

	public function test_gives_back_what_the_service_wrote(): void {
		$this->service_answers( answer( 200, '{"texts":{},"rules":[]}' ) );
		self::assertSame( '{"texts":{},"rules":[]}', json_encode( $this->get( '/settings' )->data ) );
	}

	public function test_a_body_that_is_no_object_is_sent_as_an_empty_one(): void {
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->put( '/settings', '[1,2]' );
		$this->put( '/settings', 'not json' );
		self::assertSame( array( '{}', '{}' ), array_column( site()->requests, 'body' ) );
	}

	public function test_errors_keep_their_code_and_details(): void {
		$error = array( 'code' => 'settings-wrong', 'message' => 'Wrong', 'fieldErrors' => array( 'seller.iban' => 'check' ) );
		$this->service_answers( answer( 422, array( 'error' => $error ) ) );
		$refused = $this->put( '/settings', '{}' );
		self::assertSame( 'docket_settings_wrong', $refused->code );
		self::assertSame( array( 'status' => 422, 'fieldErrors' => array( 'seller.iban' => 'check' ) ), $refused->data );
	}

	public function test_the_services_no_to_the_shop_is_not_taken_for_a_no_to_the_user(): void {
		$this->service_answers( answer( 401, array( 'error' => array( 'code' => 'bad-token', 'message' => 'No' ) ) ) );
		self::assertSame( 502, $this->get( '/home' )->data['status'] );
		self::assertSame( 503, $this->get( '/home' )->data['status'] );
	}

	public function test_an_unconnected_shop_says_so(): void {
		$this->connection->forget();
		self::assertSame( 'docket_not_connected', $this->get( '/home' )->code );
	}

	public function test_who_makes_a_document_means_the_order_as_it_is_now(): void {
		site()->orders[12] = new WC_Order( 12, 'processing' );
		$this->service_answers( answer( 200 ), answer( 200, array( 'documentId' => 'doc_1', 'orderId' => '12', 'kind' => 'invoice', 'number' => 'F1', 'state' => 'issued' ) ) );
		$this->call( 'POST', '/orders/12/documents', '{"kind":"invoice","how":"issue"}', array( 'orderId' => '12' ) );
		self::assertStringContainsString( '/webhooks/', site()->requests[0]['url'] );
		self::assertStringEndsWith( '/orders/12/documents', site()->requests[1]['url'] );
		self::assertSame( 'Docket: Invoice F1 issued.', site()->notes[0]['text'] );
	}

	public function test_files_are_passed_on_as_files_that_cannot_run_anything(): void {
		$this->service_answers(
			answer( 200, '<svg/>', array( 'content-type' => 'image/svg+xml', 'content-disposition' => 'inline; filename="logo.svg"' ) ),
			answer( 200, '%PDF', array( 'content-type' => 'application/pdf' ) ),
			answer( 200, '<script>', array( 'content-type' => 'text/html' ) )
		);
		$logo = $this->get( '/logo' );
		self::assertInstanceOf( FileResponse::class, $logo );
		self::assertStringContainsString( 'sandbox', $logo->headers['Content-Security-Policy'] );
		self::assertSame( 'nosniff', $logo->headers['X-Content-Type-Options'] );
		self::assertArrayNotHasKey( 'Content-Security-Policy', $this->get( '/documents/doc_1/file', array( 'type' => 'pdf' ) )->headers );
		self::assertSame( 'application/octet-stream', $this->get( '/logo' )->headers['Content-Type'] );

		ob_start();
		self::assertTrue( FileResponse::serve( false, $logo ) );
		self::assertSame( '<svg/>', ob_get_clean() );
		self::assertFalse( FileResponse::serve( false, new WP_REST_Response() ) );
	}

	public function test_a_zip_is_for_the_eyes_of_this_website_only_and_gone_when_it_is_read(): void {
		site()->answers = array(
			static function (): array {
				$file = site()->requests[0]['filename'];
				self::assertSame( 0600, fileperms( $file ) & 0777 );
				file_put_contents( $file, 'PK' );
				return answer( 200, '', array( 'content-type' => 'application/zip' ) );
			},
		);
		$zip = $this->call( 'POST', '/documents/zip', '{"documentIds":["doc_1"]}' );
		ob_start();
		self::assertTrue( FileResponse::serve( false, $zip ) );
		self::assertSame( 'PK', ob_get_clean() );
		self::assertFileDoesNotExist( site()->requests[0]['filename'] );
	}

	/** @dataProvider odd_logos */
	public function test_refuses_what_is_no_logo( string $type, string $bytes ): void {
		self::assertSame( 400, $this->call( 'PUT', '/logo', $bytes, array(), $type )->data['status'] );
		self::assertSame( array(), site()->requests );
	}

	public static function odd_logos(): array {
		return array(
			'a page'    => array( 'text/html', '<html>' ),
			'nothing'   => array( 'image/png', '' ),
			'too large' => array( 'image/png', str_repeat( 'x', 601 * 1024 ) ),
		);
	}

	public function test_a_logo_goes_as_it_is(): void {
		$this->service_answers( answer( 200 ) );
		$this->call( 'PUT', '/logo', "\x89PNG\x00\xff", array(), 'image/png' );
		self::assertSame( "\x89PNG\x00\xff", site()->requests[0]['body'] );
		self::assertSame( 'image/png', site()->requests[0]['headers']['Content-Type'] );
	}

	private function get( string $path, array $query = array() ): WP_REST_Response|WP_Error {
		$request        = new WP_REST_Request( 'GET', '/docket/v1/service' . $path );
		$request->query = $query;
		return $this->endpoint( 'GET', $path )['callback']( $request );
	}

	private function put( string $path, string $body ): WP_REST_Response|WP_Error {
		return $this->call( 'PUT', $path, $body );
	}

	private function call( string $method, string $path, string $body, array $params = array(), string $type = 'application/json' ): WP_REST_Response|WP_Error {
		$request         = new WP_REST_Request( $method, '/docket/v1/service' . $path );
		$request->body   = $body;
		$request->params = $params;
		$request->type   = $type;
		return $this->endpoint( $method, $path )['callback']( $request );
	}

	private function endpoint( string $method, string $path ): array {
		foreach ( site()->routes as $route => $endpoints ) {
			if ( 1 === preg_match( "@^$route$@i", 'docket/v1/service' . $path ) ) {
				foreach ( $endpoints as $endpoint ) {
					if ( $method === $endpoint['methods'] ) {
						return $endpoint;
					}
				}
			}
		}
		self::fail( "No route for $method $path." );
	}
}
