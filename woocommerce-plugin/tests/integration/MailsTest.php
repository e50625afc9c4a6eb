<?php
declare( strict_types=1 );

use Docket\Emails\AttachedDocuments;
use Docket\Emails\MailChoice;
use Docket\Emails\SwitchedOffMails;
use Docket\Events\EventSender;
use Docket\Events\Outbox;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;

final class MailsTest extends ShopTestCase {

	protected function setUp(): void {
		parent::setUp();
		update_option( MailChoice::OFF, array( 'customer_processing_order' ) );
		update_option( MailChoice::ATTACHED, array( 'customer_completed_order' => 'invoice', 'customer_refunded_order' => 'creditNote' ) );
	}

	protected function tearDown(): void {
		foreach ( array( 'woocommerce_email_attachments', 'woocommerce_email_enabled_customer_processing_order', 'woocommerce_defer_transactional_emails' ) as $hook ) {
			remove_all_filters( $hook );
		}
	}

	public function test_docket_takes_the_place_of_the_chosen_mails(): void {
		$this->register();
		self::assertFalse( $this->mail( 'customer_processing_order' )->is_enabled() );
		self::assertTrue( $this->mail( 'customer_completed_order' )->is_enabled() );
		self::assertSame( array(), $this->attachments( 'customer_completed_order', $this->place_order( 'paid' ) ) );
	}

	public function test_woocommerces_mail_carries_the_invoice_under_its_own_name(): void {
		$this->woocommerce_mails();
		$order = $this->place_order( 'paid' );
		[ $file ] = $this->attachments( 'customer_completed_order', $order );
		self::assertStringStartsWith( 'Factuur-F', basename( $file ) );
		self::assertSame( '%PDF-1.7 test', file_get_contents( $file ) );
		self::assertSame( '0700', substr( sprintf( '%o', fileperms( dirname( $file ) ) ), -4 ) );
		self::assertTrue( $this->mail( 'customer_processing_order' )->is_enabled() );
		self::assertNull( $this->state_of_service( 'documents' )[ "doc_{$order->get_id()}_invoice" ]['sentAt'], 'Docket mails it not too' );
		$this->end_request();
		self::assertFileDoesNotExist( dirname( $file ) );
	}

	public function test_the_mail_of_a_refund_carries_its_credit_note(): void {
		$this->woocommerce_mails();
		$order        = $this->place_order( 'paid' );
		$refund       = wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => '5' ) );
		$mail         = WC()->mailer()->get_emails()['WC_Email_Customer_Refunded_Order'];
		$mail->refund = $refund;
		foreach ( array( 'customer_refunded_order', 'customer_partially_refunded_order' ) as $id ) {
			self::assertCount( 1, apply_filters( 'woocommerce_email_attachments', array(), $id, $order, $mail ) );
		}
		self::assertCount( 1, $this->state_of_service( 'documents' ) );
		self::assertSame( "refund:{$refund->get_id()}", array_values( $this->state_of_service( 'documents' ) )[0]['part'] );
	}

	public function test_a_mail_without_its_document_goes_and_docket_mails_the_document_later(): void {
		$this->woocommerce_mails();
		$order = $this->place_order( 'paid' );
		$this->service_is( array( 'status' => 500 ) );
		self::assertSame( array(), $this->attachments( 'customer_completed_order', $order ) );
		self::assertTrue( as_has_scheduled_action( AttachedDocuments::LATE_HOOK ) );
		$this->service_is( array() );
		$this->run_actions( true );
		self::assertNotNull( $this->state_of_service( 'documents' )[ "doc_{$order->get_id()}_invoice" ]['sentAt'] );
	}

	public function test_a_mail_that_was_sent_twice_has_one_invoice(): void {
		$this->woocommerce_mails();
		$order = $this->place_order( 'paid' );
		self::assertSame(
			basename( $this->attachments( 'customer_completed_order', $order )[0] ),
			basename( $this->attachments( 'customer_completed_order', $order )[0] )
		);
		self::assertCount( 1, $this->state_of_service( 'documents' ) );
	}

	private function woocommerce_mails(): void {
		update_option( MailChoice::MODE, MailChoice::WOOCOMMERCE );
		$this->register();
	}

	/** As the plugin does at the start of a request, which has read the choice of before. */
	private function register(): void {
		$documents = new OrderDocuments( $this->service, new Outbox( new EventSender( $this->connection ) ) );
		remove_all_filters( AttachedDocuments::LATE_HOOK );
		( new SwitchedOffMails( $this->connection ) )->register();
		( new AttachedDocuments( $this->connection, $this->service, $documents, new OrderNotes( $documents ) ) )->register();
	}

	private function mail( string $email_id ): WC_Email {
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email_id === $email->id ) {
				return $email;
			}
		}
		self::fail( "WooCommerce has no mail $email_id." );
	}

	private function attachments( string $email_id, WC_Order $order ): array {
		return apply_filters( 'woocommerce_email_attachments', array(), $email_id, $order, $this->mail( $email_id ) );
	}
}
