<?php
declare( strict_types=1 );

use Docket\Emails\AttachedDocuments;
use Docket\Emails\MailChoice;
use Docket\Emails\SwitchedOffMails;
use Docket\Events\EventSender;
use Docket\Events\Outbox;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;

final class MailsTest extends SiteTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		site()->options[ MailChoice::OFF ]      = array( 'customer_processing_order', 'customer_refunded_order' );
		site()->options[ MailChoice::ATTACHED ] = array(
			'customer_completed_order' => 'invoice',
			'customer_refunded_order'  => 'creditNote',
		);
		site()->orders[12] = new WC_Order( 12, 'completed' );
	}

	public function test_where_docket_mails_the_chosen_mails_stay_home_and_nothing_is_attached(): void {
		$this->register();
		self::assertFalse( apply_filters( 'woocommerce_email_enabled_customer_processing_order', true ) );
		self::assertFalse( apply_filters( 'woocommerce_email_enabled_customer_partially_refunded_order', true ) );
		self::assertTrue( apply_filters( 'woocommerce_email_enabled_customer_completed_order', true ) );
		self::assertSame( array(), $this->attachments( 'customer_completed_order' ) );
		self::assertFalse( apply_filters( 'woocommerce_defer_transactional_emails', false ) );
	}

	public function test_without_a_connection_every_mail_goes(): void {
		$this->connection->forget();
		$this->register();
		self::assertTrue( apply_filters( 'woocommerce_email_enabled_customer_processing_order', true ) );
	}

	public function test_where_woocommerce_mails_no_mail_stays_home_and_all_leave_in_the_background(): void {
		$this->woocommerce_mails();
		self::assertTrue( apply_filters( 'woocommerce_email_enabled_customer_processing_order', true ) );
		self::assertTrue( apply_filters( 'woocommerce_defer_transactional_emails', false ) );
		self::assertSame( array(), $this->attachments( 'customer_processing_order' ) );
		self::assertSame( array(), site()->requests );
	}

	public function test_a_customer_waits_for_no_document(): void {
		$this->woocommerce_mails();
		site()->is_admin = false;
		self::assertSame( array(), $this->attachments( 'customer_completed_order' ) );
		self::assertSame( array(), site()->requests );
		self::assertSame( array( 'docket_mail_document' ), array_column( site()->actions, 'hook' ) );
	}

	public function test_a_mail_goes_without_a_document_that_cannot_be_had_and_docket_mails_it_later(): void {
		$this->woocommerce_mails();
		self::assertSame( array(), $this->attachments( 'customer_completed_order' ) );
		$late = reset( site()->actions );
		self::assertSame( array( '12', 'invoice', 0, 0 ), $late->args );

		site()->actions = array();
		do_action( AttachedDocuments::LATE_HOOK, ...$late->args );
		self::assertSame( array( '12', 'invoice', 0, 1 ), reset( site()->actions )->args );
	}

	public function test_docket_mails_late_what_the_mail_went_without(): void {
		$this->woocommerce_mails();
		$sent = array( 'documentId' => 'doc_1', 'orderId' => '12', 'kind' => 'invoice', 'number' => 'F1', 'state' => 'issued', 'sentAt' => '2026-11-21T12:00:00Z' );
		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array() ) ), answer( 200, $sent ) );
		do_action( AttachedDocuments::LATE_HOOK, '12', 'invoice', 0, 3 );
		self::assertStringContainsString( '"how":"issueAndSend"', site()->requests[2]['body'] );
		self::assertSame( array( 'Docket: Invoice F1 issued.', 'Docket: Invoice F1 sent.' ), array_column( site()->notes, 'text' ) );
	}

	public function test_a_mail_about_something_else_is_left_alone(): void {
		$this->woocommerce_mails();
		self::assertSame( 'path.pdf', apply_filters( 'woocommerce_email_attachments', 'path.pdf', 'customer_completed_order', new stdClass(), null ) );
		self::assertSame( array(), $this->attachments( 'customer_refunded_order' ) );
		self::assertSame( array(), site()->requests );
	}

	private function woocommerce_mails(): void {
		site()->options[ MailChoice::MODE ] = MailChoice::WOOCOMMERCE;
		$this->register();
	}

	private function register(): void {
		$documents = new OrderDocuments( $this->service, new Outbox( new EventSender( $this->connection ) ) );
		( new SwitchedOffMails( $this->connection ) )->register();
		( new AttachedDocuments( $this->connection, $this->service, $documents, new OrderNotes( $documents ) ) )->register();
	}

	private function attachments( string $email_id ): array {
		return apply_filters( 'woocommerce_email_attachments', array(), $email_id, site()->orders[12], (object) array() );
	}
}
