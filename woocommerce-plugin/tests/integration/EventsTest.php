<?php
declare( strict_types=1 );

final class EventsTest extends ShopTestCase {

	public function test_a_paid_order_is_one_action_and_the_service_hears_it_from_the_scheduler(): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		self::assertCount( 1, $this->pending( $order->get_id() ) );
		self::assertSame( array(), $this->heard( $order->get_id() ) );
		$this->run_actions();
		self::assertSame( array( 'order.created', 'order.paid' ), $this->heard( $order->get_id() ) );
		self::assertSame( array(), $this->pending( $order->get_id() ) );
	}

	public function test_what_happens_in_several_requests_waits_in_one_action(): void {
		$order = $this->place_order();
		$this->end_request();
		$order->payment_complete( 'transaction' );
		$this->end_request();
		$order->update_status( 'completed' );
		$this->end_request();
		self::assertCount( 1, $this->pending( $order->get_id() ) );
		$this->run_actions();
		self::assertSame( array( 'order.created', 'order.paid', 'order.completed' ), $this->heard( $order->get_id() ) );
		$this->assert_last_status( 'completed' );
	}

	public function test_a_refund_comes_with_its_lines(): void {
		$order = $this->place_order( 'paid' );
		$item  = array_key_first( $order->get_items() );
		wc_create_refund(
			array(
				'order_id'   => $order->get_id(),
				'amount'     => '12.95',
				'line_items' => array( $item => array( 'qty' => 1, 'refund_total' => '10.70', 'refund_tax' => array( 1 => '2.25' ) ) ),
			)
		);
		$this->end_request();
		$this->run_actions();
		self::assertContains( 'order.refunded', $this->heard( $order->get_id() ) );
		$events = $this->events();
		$refund = end( $events )['order']['refunds_full'][0];
		self::assertSame( '12.950000', $refund['amount'] );
		self::assertSame( -1, $refund['line_items'][0]['quantity'] );
	}

	public function test_trash_return_and_end(): void {
		$order = $this->place_order( 'paid' );
		$id    = $order->get_id();
		$this->end_request();
		$this->run_actions();
		$order->delete( false );
		$this->end_request();
		$this->run_actions();
		self::assertSame( 'order.deleted', $this->last_of( $id ) );
		$this->assert_last_status( 'trash' );

		$this->restore( $id );
		$this->end_request();
		$this->run_actions();
		self::assertSame( 'order.restored', $this->last_of( $id ) );

		wc_get_order( $id )->delete( true );
		$this->end_request();
		$this->run_actions();
		$events = $this->events();
		self::assertSame( array( 'topic' => 'order.deleted', 'order' => array( 'id' => $id ) ), array_diff_key( end( $events ), array( 'id' => 0, 'shop' => 0 ) ) );
	}

	public function test_a_basket_is_not_told_of(): void {
		$order = wc_create_order( array( 'status' => 'checkout-draft' ) );
		$order->set_billing_city( 'Gent' );
		$order->save();
		$this->end_request();
		self::assertSame( array(), $this->pending( $order->get_id() ) );
		$order->set_status( 'pending' );
		$order->save();
		$this->end_request();
		self::assertCount( 1, $this->pending( $order->get_id() ) );
	}

	public function test_a_basket_that_is_thrown_away_is_not_told_of(): void {
		$order = wc_create_order( array( 'status' => 'checkout-draft' ) );
		$id    = $order->get_id();
		$order->delete( true );
		$this->end_request();
		self::assertSame( array(), $this->pending( $id ) );
	}

	/** @dataProvider faults */
	public function test_nothing_is_lost_while_the_service_cannot( array $mode ): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		$this->service_is( $mode );
		$this->run_actions();
		[ $waiting ] = $this->pending( $order->get_id() );
		self::assertSame( array( 'created,paid', 1 ), array( $waiting['topics'], $waiting['attempt'] ) );
		self::assertNotSame( '', $this->connection->contact()['problem'] . ( 401 === ( $mode['status'] ?? 0 ) ? '' : 'logged' ) );

		$this->service_is( array() );
		$this->run_actions( true );
		self::assertSame( array( 'order.created', 'order.paid' ), $this->heard( $order->get_id() ) );
	}

	public static function faults(): array {
		return array(
			'broken'            => array( array( 'status' => 500 ) ),
			'overloaded'        => array( array( 'status' => 429 ) ),
			'no route to it'    => array( array( 'status' => 404 ) ),
			'secret not known'  => array( array( 'status' => 401 ) ),
			'slower than we wait' => array( array( 'slowSeconds' => 16 ) ),
		);
	}

	public function test_a_shop_the_service_disconnected_stops_and_starts_again_when_connected(): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		file_put_contents( getenv( 'SERVICE_STATE' ) . '/shops.json', '{}' );
		$this->run_actions();
		self::assertSame( 'refused', $this->connection->state()->value );
		$this->place_order( 'paid' );
		$this->end_request();
		self::assertSame( array(), as_get_scheduled_actions( array( 'hook' => 'docket_send_order', 'status' => 'pending' ) ) );

		$this->connect();
		$this->run_actions();
		self::assertNotSame( array(), $this->heard( $order->get_id() ) );
	}

	public function test_what_was_issued_and_sent_is_noted_once_and_changes_no_order(): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		$this->run_actions();
		$made = $this->service->json( 'POST', "/orders/{$order->get_id()}/documents", array( 'kind' => 'invoice', 'how' => 'issueAndSend' ) );
		$this->run_actions( true );
		$this->run_actions( true );
		$notes = array_filter( $this->notes_of( $order ), static fn ( string $note ) => str_starts_with( $note, 'Docket:' ) );
		self::assertEqualsCanonicalizing( array( "Docket: Invoice {$made['number']} issued.", "Docket: Invoice {$made['number']} sent." ), $notes );
		$this->end_request();
		self::assertSame( array(), $this->pending( $order->get_id() ) );
		self::assertEquals( $order->get_date_modified(), wc_get_order( $order->get_id() )->get_date_modified() );
	}

	public function test_looks_again_while_a_document_is_on_its_way(): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		$this->run_actions();
		$made = $this->service->json( 'POST', "/orders/{$order->get_id()}/documents", array( 'kind' => 'invoice', 'how' => 'issue' ) );
		$this->service_has( 'documents', array( $made['documentId'] => array( 'delivery' => 'waiting' ) + $made ) );
		$this->run_actions( true );
		self::assertCount( 1, as_get_scheduled_actions( array( 'hook' => 'docket_follow_up', 'status' => 'pending' ) ) );
	}

	public function test_an_import_leaves_one_action_for_each_order(): void {
		for ( $made = 0; $made < 200; $made++ ) {
			wc_create_order( array( 'status' => 'pending' ) );
		}
		$this->end_request();
		$pending = as_get_scheduled_actions( array( 'hook' => 'docket_send_order', 'status' => 'pending', 'per_page' => 3000 ), 'ids' );
		self::assertCount( 200, $pending );
		as_unschedule_all_actions( 'docket_send_order' );
	}

	private function restore( int $id ): void {
		if ( 'shop_order' === get_post_type( $id ) ) {
			wp_untrash_post( $id );
			return;
		}
		wc_get_order( $id )->untrash();
	}

	private function last_of( int $order_id ): string {
		$heard = $this->heard( $order_id );
		return (string) end( $heard );
	}

	private function assert_last_status( string $status ): void {
		$events = $this->events();
		self::assertSame( $status, end( $events )['order']['status'] );
	}
}
