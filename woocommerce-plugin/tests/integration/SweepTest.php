<?php
declare( strict_types=1 );

final class SweepTest extends ShopTestCase {

	/** More than two pages of the sweep. */
	private const ORDERS = 250;

	public function test_every_lost_order_is_found_and_told_once(): void {
		$lost = array();
		for ( $made = 0; $made < self::ORDERS; $made++ ) {
			$lost[] = wc_create_order( array( 'status' => 'pending' ) )->get_id();
		}
		$this->end_request();
		as_unschedule_all_actions( '', array(), 'docket' );

		$this->sweep();
		self::assertSame( array(), array_diff( $lost, array_column( array_column( $this->events(), 'order' ), 'id' ) ) );

		$count = count( $this->events() );
		$this->sweep();
		self::assertCount( $count, $this->events(), 'what the service has is not sent again' );
	}

	public function test_stops_where_the_service_is_away_and_goes_on_there(): void {
		$order = $this->place_order( 'paid' );
		$this->end_request();
		as_unschedule_all_actions( '', array(), 'docket' );
		$this->service_is( array( 'status' => 503 ) );
		$this->sweep();
		self::assertTrue( as_has_scheduled_action( 'docket_sweep_page' ) );
		self::assertFalse( get_option( 'docket_swept_until' ) );
		$this->service_is( array() );
		$this->run_actions( true );
		$this->run_actions();
		self::assertSame( array( 'order.updated' ), $this->heard( $order->get_id() ) );
		self::assertGreaterThan( time() - 60, (int) get_option( 'docket_swept_until' ) );
	}

	public function test_a_basket_is_not_told_of(): void {
		$basket = wc_create_order( array( 'status' => 'checkout-draft' ) );
		$this->sweep();
		self::assertSame( array(), $this->heard( $basket->get_id() ) );
	}

	public function test_an_order_that_cannot_be_read_does_not_stop_the_others(): void {
		$broken = $this->place_order( 'paid' )->get_id();
		$whole  = $this->place_order( 'paid' )->get_id();
		$this->end_request();
		as_unschedule_all_actions( '', array(), 'docket' );
		$throw = static function ( $response, $order ) use ( $broken ) {
			if ( $broken === $order->get_id() ) {
				throw new TypeError( 'Another plugin stumbles over this order.' );
			}
			return $response;
		};
		add_filter( 'woocommerce_rest_prepare_shop_order_object', $throw, 10, 2 );
		$this->sweep();
		remove_filter( 'woocommerce_rest_prepare_shop_order_object', $throw );
		self::assertSame( array( 'order.updated' ), $this->heard( $whole ) );
		self::assertGreaterThan( time() - 60, (int) get_option( 'docket_swept_until' ) );
	}

	public function test_a_shop_that_lost_its_schedule_gets_it_again(): void {
		as_unschedule_all_actions( 'docket_sweep' );
		do_action( 'action_scheduler_ensure_recurring_actions' );
		do_action( 'action_scheduler_ensure_recurring_actions' );
		self::assertCount( 1, as_get_scheduled_actions( array( 'hook' => 'docket_sweep', 'status' => 'pending' ) ) );
	}

	private function sweep(): void {
		do_action( 'docket_sweep' );
		$this->run_actions();
	}
}
