<?php
declare( strict_types=1 );

use Docket\Connection\ConnectionState;
use Docket\Emails\MailChoice;
use Docket\Events\EventSender;
use Docket\Events\Topic;
use Docket\Service\ServiceProblem;

final class EventSenderTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		site()->orders[12] = new WC_Order( 12, 'processing' );
	}

	public function test_keeps_to_the_contract_of_woocommerces_webhooks(): void {
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->send( 'created,paid' );

		[ $created, $paid ] = site()->requests;
		self::assertSame( 'https://docket.example/webhooks/woocommerce/shop_1', $created['url'] );
		self::assertSame( 'order.created', $created['headers']['X-WC-Webhook-Topic'] );
		self::assertSame( 'order.paid', $paid['headers']['X-WC-Webhook-Topic'] );
		self::assertSame( array( 'order', 'paid' ), array( $paid['headers']['X-WC-Webhook-Resource'], $paid['headers']['X-WC-Webhook-Event'] ) );
		self::assertSame( base64_encode( hash_hmac( 'sha256', $paid['body'], self::SECRET, true ) ), $paid['headers']['X-WC-Webhook-Signature'] );
		self::assertSame( 0, $paid['redirection'] );
	}

	public function test_sends_the_order_with_all_digits_and_no_more_than_is_needed(): void {
		$this->service_answers( answer( 200 ) );
		$this->send( 'updated' );
		$order = json_decode( site()->requests[0]['body'], true );
		self::assertSame( 6, $order['dp'] );
		self::assertSame( array(), $order['refunds_full'] );
		self::assertTrue( $order['docket_sends_mail'] );
		self::assertArrayNotHasKey( 'customer_ip_address', $order );
	}

	public function test_says_when_woocommerce_mails_the_documents(): void {
		site()->options[ MailChoice::MODE ] = MailChoice::WOOCOMMERCE;
		$this->service_answers( answer( 200 ) );
		$this->send( 'updated' );
		self::assertFalse( json_decode( site()->requests[0]['body'], true )['docket_sends_mail'] );
	}

	public function test_a_repeat_is_the_same_event_and_a_changed_order_is_another(): void {
		$this->service_answers( answer( 200 ), answer( 200 ), answer( 200 ), answer( 200 ) );
		$this->send( 'updated' );
		$this->send( 'updated' );
		$this->send( 'paid' );
		site()->orders[12]->total = '13.00';
		$this->send( 'updated' );
		$ids = array_map( static fn ( array $request ) => $request['headers']['X-WC-Webhook-Delivery-ID'], site()->requests );
		self::assertSame( $ids[0], $ids[1] );
		self::assertCount( 3, array_unique( $ids ) );
	}

	public function test_tells_of_an_order_that_is_gone_as_deleted_and_of_nothing_else(): void {
		unset( site()->orders[12] );
		$this->service_answers( answer( 200 ) );
		$this->send( 'updated' );
		self::assertSame( array(), site()->requests );
		$this->send( 'updated,deleted' );
		self::assertCount( 1, site()->requests );
		self::assertSame( 'order.deleted', site()->requests[0]['headers']['X-WC-Webhook-Topic'] );
		self::assertSame( '{"id":12}', site()->requests[0]['body'] );
	}

	public function test_refunds_and_subscriptions_are_no_orders(): void {
		site()->orders[12]->type = 'shop_subscription';
		$this->send( 'created' );
		self::assertSame( array(), site()->requests );
	}

	/** @dataProvider refusals */
	public function test_tells_what_a_later_try_can_mend_from_what_it_cannot( int $status, bool $is_temporary ): void {
		$this->service_answers( answer( $status ) );
		try {
			$this->send( 'updated' );
			self::fail( 'Nothing was refused.' );
		} catch ( ServiceProblem $problem ) {
			self::assertSame( $is_temporary, $problem->is_temporary() );
		}
	}

	public static function refusals(): array {
		return array(
			'broken'    => array( 500, true ),
			'busy'      => array( 429, true ),
			'not JSON'  => array( 400, false ),
			'too large' => array( 413, false ),
			'signature' => array( 401, false ),
			'no route'  => array( 404, true ),
		);
	}

	/** @dataProvider farewells */
	public function test_a_shop_that_the_service_does_not_know_sends_no_more( int $status, string $code ): void {
		$this->service_answers( answer( $status, array( 'error' => array( 'code' => $code, 'message' => '' ) ) ) );
		try {
			$this->send( 'updated' );
		} catch ( ServiceProblem $problem ) {
			self::assertFalse( $problem->is_temporary() );
			self::assertSame( ConnectionState::Refused, $this->connection->state() );
		}
		$this->send( 'updated' );
		self::assertCount( 1, site()->requests );
	}

	public static function farewells(): array {
		return array(
			'disconnected' => array( 410, 'disconnected' ),
			'never known'  => array( 404, 'not-found' ),
		);
	}

	/** @dataProvider pages_of_others */
	public function test_a_proxy_that_does_not_find_the_service_disconnects_no_shop( string $page ): void {
		$this->service_answers( answer( 404, $page, array( 'content-type' => 'text/html' ) ) );
		try {
			$this->send( 'updated' );
			self::fail( 'Nothing was refused.' );
		} catch ( ServiceProblem ) {
			self::assertSame( ConnectionState::Connected, $this->connection->state() );
		}
	}

	public static function pages_of_others(): array {
		return array(
			'a page'    => array( '<h1>404 page not found</h1>' ),
			'a text'    => array( '"not-found"' ),
			'an error'  => array( '{"error":"not-found"}' ),
			'a number'  => array( '{"error":404}' ),
			'a message' => array( '{"error":{"message":"not-found"}}' ),
		);
	}

	private function send( string $topics ): void {
		( new EventSender( $this->connection ) )->send( 12, Topic::read( $topics ) );
	}
}
