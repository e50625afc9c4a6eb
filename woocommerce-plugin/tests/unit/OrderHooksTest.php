<?php
declare( strict_types=1 );

use Docket\Events\EventSender;
use Docket\Events\OrderHooks;
use Docket\Events\Outbox;

final class OrderHooksTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		( new OrderHooks( new Outbox( new EventSender( $this->connection ) ), $this->connection ) )->register();
	}

	public function test_a_checkout_that_is_paid_at_once_leaves_one_action_and_asks_nobody(): void {
		$order = new WC_Order( 12 );
		do_action( 'woocommerce_new_order', 12, $order );
		do_action( 'woocommerce_update_order', 12, $order );
		$order->date_paid = '2026-11-21';
		do_action( 'woocommerce_order_status_changed', 12, 'pending', 'processing', $order );
		do_action( 'woocommerce_payment_complete', 12, 'transaction' );
		self::assertSame( array(), $this->outbox() );
		do_action( 'shutdown' );
		self::assertSame( array( 12 => array( 'created,paid' ) ), $this->outbox() );
		self::assertSame( array(), site()->requests );
	}

	public function test_cash_on_delivery_in_processing_is_not_paid(): void {
		do_action( 'woocommerce_order_status_changed', 12, 'pending', 'processing', new WC_Order( 12 ) );
		do_action( 'shutdown' );
		self::assertSame( array( 12 => array( 'updated' ) ), $this->outbox() );
	}

	public function test_completed_is_paid_too(): void {
		do_action( 'woocommerce_order_status_changed', 12, 'processing', 'completed', new WC_Order( 12 ) );
		do_action( 'shutdown' );
		self::assertSame( array( 12 => array( 'completed,paid' ) ), $this->outbox() );
	}

	/** @dataProvider happenings */
	public function test_hears( string $hook, array $given, string $topic ): void {
		site()->orders[12] = new WC_Order( 12, 'processing' );
		do_action( $hook, ...$given );
		do_action( 'shutdown' );
		self::assertSame( array( 12 => array( $topic ) ), $this->outbox() );
	}

	public static function happenings(): array {
		return array(
			'an edit'             => array( 'woocommerce_update_order', array( 12, new WC_Order( 12 ) ), 'updated' ),
			'a cancellation'      => array( 'woocommerce_order_status_changed', array( 12, 'pending', 'cancelled', new WC_Order( 12 ) ), 'cancelled' ),
			'a refund'            => array( 'woocommerce_order_refunded', array( 12, 13 ), 'refunded' ),
			'a full refund'       => array( 'woocommerce_order_status_changed', array( 12, 'completed', 'refunded', new WC_Order( 12 ) ), 'refunded' ),
			'a refund taken back' => array( 'woocommerce_refund_deleted', array( 13, 12 ), 'updated' ),
			'the trash'           => array( 'woocommerce_trash_order', array( 12 ), 'deleted' ),
			'the trash of posts'  => array( 'wp_trash_post', array( 12 ), 'deleted' ),
			'the end'             => array( 'woocommerce_before_delete_order', array( 12, new WC_Order( 12 ) ), 'deleted' ),
			'the end of a post'   => array( 'before_delete_post', array( 12 ), 'deleted' ),
			'a return'            => array( 'woocommerce_untrash_order', array( 12, 'processing' ), 'restored' ),
			'a return of a post'  => array( 'untrashed_post', array( 12 ), 'restored' ),
		);
	}

	public function test_a_basket_that_is_still_being_filled_is_nobodys_business(): void {
		do_action( 'woocommerce_update_order', 12, new WC_Order( 12, 'checkout-draft' ) );
		do_action( 'woocommerce_before_delete_order', 12, new WC_Order( 12, 'auto-draft' ) );
		do_action( 'wp_trash_post', 99 );
		do_action( 'shutdown' );
		self::assertSame( array(), $this->outbox() );
	}

	public function test_an_unconnected_shop_keeps_no_actions(): void {
		$this->connection->forget();
		do_action( 'woocommerce_new_order', 12, new WC_Order( 12 ) );
		do_action( 'shutdown' );
		self::assertSame( array(), site()->actions );
	}

	public function test_an_import_of_two_thousand_orders_is_handed_over_on_the_way(): void {
		for ( $id = 1; $id <= 2000; $id++ ) {
			// A plugin that saves new orders once more can be heard first.
			do_action( 'woocommerce_update_order', $id, new WC_Order( $id ) );
			do_action( 'woocommerce_new_order', $id, new WC_Order( $id ) );
		}
		self::assertGreaterThanOrEqual( 1900, count( site()->actions ) );
		do_action( 'shutdown' );
		self::assertCount( 2000, site()->actions );
		self::assertSame( array( 'created' ), $this->outbox()[100] );
	}
}
