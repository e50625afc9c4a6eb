<?php
declare( strict_types=1 );

use Docket\Events\EventSender;
use Docket\Events\FollowUp;
use Docket\Events\Outbox;
use Docket\Events\Topic;

final class OutboxTest extends SiteTestCase {

	private Outbox $outbox;

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		$this->outbox      = new Outbox( new EventSender( $this->connection ) );
		site()->orders[12] = new WC_Order( 12 );
		site()->orders[1]  = new WC_Order( 1 );
	}

	public function test_an_order_has_one_pending_action_with_all_that_happened(): void {
		$this->outbox->add( 12, Topic::read( 'created' ), true );
		$this->outbox->add( 12, Topic::read( 'paid' ) );
		$this->outbox->add( 12, Topic::read( 'created' ) );
		$this->outbox->add( 1, Topic::read( 'updated' ) );
		self::assertCount( 1, $this->outbox()[12] );
		self::assertSame( array( 'created', 'paid' ), array_keys( Topic::read( $this->outbox()[12][0] ) ) );
		self::assertSame( array( 'updated' ), $this->outbox()[1] );
	}

	public function test_a_sent_order_is_looked_after_a_minute_later(): void {
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->outbox->run( '12', 'created' );
		$this->outbox->run( '1', 'created' );
		self::assertSame( array(), $this->outbox() );
		self::assertCount( 1, array_filter( site()->actions, static fn ( $action ) => FollowUp::HOOK === $action->hook ) );
	}

	public function test_a_service_that_is_away_is_tried_again_ever_later_for_a_week(): void {
		$waits   = array();
		$attempt = 0;
		do {
			site()->actions = array();
			$this->outbox->run( '12', 'paid', $attempt );
			$next = reset( site()->actions );
			if ( $next ) {
				self::assertSame( 'paid', $next->args['topics'] );
				$waits[] = $next->at - time();
				$attempt = $next->args['attempt'];
			}
		} while ( $next );
		self::assertEqualsWithDelta( 72, $waits[0], 2 );
		self::assertGreaterThanOrEqual( $waits[0], $waits[3] );
		self::assertGreaterThan( 6 * DAY_IN_SECONDS, array_sum( $waits ) );
		self::assertLessThan( 10 * DAY_IN_SECONDS, array_sum( $waits ) );
		self::assertNotEmpty( site()->log );
	}

	public function test_while_nobody_answers_one_order_waits_for_that_and_the_others_do_not(): void {
		$this->outbox->run( '12', 'paid' );
		$this->outbox->run( '1', 'paid' );
		self::assertCount( 1, site()->requests );
		self::assertSame( array( 12 => array( 'paid' ), 1 => array( 'paid' ) ), $this->outbox() );
		site()->transients = array();
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->outbox->run( '1', 'paid', 1 );
		$this->outbox->run( '12', 'paid', 1 );
		self::assertCount( 3, site()->requests );
	}

	public function test_what_no_try_can_mend_is_logged_and_left(): void {
		$this->service_answers( answer( 413 ) );
		$this->outbox->run( '12', 'updated' );
		self::assertSame( array(), $this->outbox() );
		self::assertStringContainsString( '413', site()->log[0] );
	}

	public function test_a_refused_signature_is_tried_again_for_the_merchant_may_connect_anew(): void {
		$this->service_answers( answer( 401 ) );
		$this->outbox->run( '12', 'updated' );
		self::assertSame( array( 'updated' ), $this->outbox()[12] );
	}

	public function test_an_order_that_changes_while_its_action_fails_loses_no_topic(): void {
		site()->answers = array(
			function (): WP_Error {
				$this->outbox->add( 12, Topic::read( 'refunded' ) );
				return new WP_Error( 'http', 'Timed out' );
			},
		);
		$this->outbox->run( '12', 'paid' );
		self::assertCount( 1, $this->outbox()[12] );
		self::assertSame( array( 'paid', 'refunded' ), array_keys( Topic::read( $this->outbox()[12][0] ) ) );
	}

	public function test_a_click_tells_first_what_is_pending(): void {
		$this->outbox->add( 12, Topic::read( 'paid' ) );
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->outbox->push( 12 );
		$topics = array_map( static fn ( array $request ) => $request['headers']['X-WC-Webhook-Topic'], site()->requests );
		self::assertSame( array( 'order.updated', 'order.paid' ), $topics );
		self::assertSame( array(), $this->outbox() );
	}

	public function test_a_click_keeps_what_could_not_be_told(): void {
		$this->outbox->add( 12, Topic::read( 'paid' ) );
		$this->outbox->add( 1, Topic::read( 'paid' ) );
		$this->outbox->push( 12 );
		$this->outbox->flush();
		self::assertCount( 2, $this->outbox() );
		self::assertCount( 2, site()->requests );
	}

	public function test_flushing_tells_everything_that_is_pending(): void {
		$this->outbox->add( 12, Topic::read( 'paid' ) );
		$this->outbox->add( 1, Topic::read( 'updated' ) );
		$this->service_answers( answer( 200 ), answer( 200 ) );
		$this->outbox->flush();
		self::assertSame( array(), $this->outbox() );
	}
}
