<?php
declare( strict_types=1 );

namespace Docket\Emails;

use Docket\Connection\ConnectionStore;
use Docket\Events\Outbox;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceRequest;
use WC_Order;

/**
 * Attaches documents to WooCommerce's mails. Those mails then leave in the background, so that no customer waits for a PDF. When
 * the document cannot be had in time, the mail goes without it, and Docket mails the document as soon as it can.
 */
final class AttachedDocuments {

	public const LATE_HOOK = 'docket_mail_document';

	/** Minutes until the next try; the last one repeats, for about a week. */
	private const RETRY_MINUTES = array( 1, 5, 15, 60, 180 );
	private const MOST_ATTEMPTS = 60;

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ServiceClient $service,
		private readonly OrderDocuments $documents,
		private readonly OrderNotes $notes
	) {}

	public function register(): void {
		if ( MailChoice::attaches() ) {
			add_filter( 'woocommerce_defer_transactional_emails', '__return_true' );
			add_filter( 'woocommerce_email_attachments', array( $this, 'attach' ), 10, 4 );
		}
		add_action( self::LATE_HOOK, array( $this, 'mail_late' ), 10, 4 );
	}

	/**
	 * @param mixed $attachments Paths of files.
	 * @param mixed $email_id    WooCommerce's id of the mail.
	 * @param mixed $subject     What the mail is about: an order, for the mails that are offered.
	 * @param mixed $email       The mail.
	 */
	public function attach( mixed $attachments, mixed $email_id, mixed $subject, mixed $email = null ): mixed {
		$kind = MailChoice::attached_to( (string) $email_id );
		if ( '' === $kind || ! $subject instanceof WC_Order || null === $this->connection->find() || self::is_preview( $subject ) ) {
			return $attachments;
		}
		$refund_id = 'creditNote' === $kind ? self::refund_of( $email ) : 0;
		if ( 'creditNote' === $kind && 0 === $refund_id ) {
			return $attachments;
		}
		if ( self::is_customer_waiting() ) {
			self::plan_late( $subject->get_id(), $kind, $refund_id, 0 );
			return $attachments;
		}
		try {
			$document = $this->make( $subject->get_id(), $kind, $refund_id, 'issue' );
			$file     = $this->fetch( $document );
		} catch ( ServiceProblem $problem ) {
			wc_get_logger()->warning( "Order {$subject->get_id()}: the mail went without its document. {$problem->getMessage()}", array( 'source' => 'docket' ) );
			self::plan_late( $subject->get_id(), $kind, $refund_id, 0 );
			return $attachments;
		}
		return array_merge( (array) $attachments, array( $file ) );
	}

	/** Mails what WooCommerce's mail went without. A document that the doctor refuses waits as a draft, and for the merchant. */
	public function mail_late( string|int $order_id, string $kind, int $refund_id, int $attempt ): void {
		try {
			$this->notes->note_answer( $this->make( (int) $order_id, $kind, $refund_id, 'issueAndSend' ) );
		} catch ( ServiceProblem $problem ) {
			wc_get_logger()->warning( "Order $order_id: {$problem->getMessage()}", array( 'source' => 'docket' ) );
			if ( $problem->is_temporary() && $attempt < self::MOST_ATTEMPTS ) {
				self::plan_late( (int) $order_id, $kind, $refund_id, $attempt + 1 );
			}
		}
	}

	private function make( int $order_id, string $kind, int $refund_id, string $how ): array {
		return 'creditNote' === $kind
			? $this->documents->credit( $order_id, $refund_id, $how )
			: $this->documents->make( $order_id, $kind, $how );
	}

	/** The PDF in a folder of its own, under the name it has for the customer; gone when the request ends. */
	private function fetch( array $document ): string {
		$path   = '/documents/' . rawurlencode( (string) ( $document['documentId'] ?? '' ) ) . '/file';
		$answer = $this->service->ask( new ServiceRequest( 'GET', $path, array( 'type' => 'pdf' ) ) );
		$name   = sanitize_file_name( $answer->file_name() );
		$folder = get_temp_dir() . 'docket-' . wp_generate_uuid4();
		$file   = $folder . '/' . ( '' === $name ? 'document.pdf' : $name );
		// phpcs:disable WordPress.WP.AlternativeFunctions -- a file of our own, not of the site.
		if ( ! wp_mkdir_p( $folder ) || ! chmod( $folder, 0700 ) || false === file_put_contents( $file, $answer->body ) ) {
			throw new ServiceProblem( 'not-stored', 'The PDF could not be stored for the mail.' );
		}
		add_action(
			'shutdown',
			static function () use ( $file, $folder ): void {
				wp_delete_file( $file );
				is_dir( $folder ) && rmdir( $folder );
			},
			PHP_INT_MAX
		);
		// phpcs:enable
		return $file;
	}

	private static function plan_late( int $order_id, string $kind, int $refund_id, int $attempt ): void {
		$minutes   = self::RETRY_MINUTES[ min( $attempt, count( self::RETRY_MINUTES ) - 1 ) ];
		$arguments = array( (string) $order_id, $kind, $refund_id, $attempt );
		as_schedule_single_action( time() + $minutes * MINUTE_IN_SECONDS, self::LATE_HOOK, $arguments, Outbox::GROUP );
	}

	private static function refund_of( mixed $email ): int {
		$refund = is_object( $email ) ? ( $email->refund ?? null ) : null;
		return is_object( $refund ) && method_exists( $refund, 'get_id' ) ? (int) $refund->get_id() : 0;
	}

	/** Pages of the shop itself. The background mailer and the order screens are wp-admin; schedulers are cron. */
	private static function is_customer_waiting(): bool {
		return ! is_admin() && ! wp_doing_cron() && ! defined( 'WP_CLI' );
	}

	/** WooCommerce shows its mails with an order that does not exist. */
	private static function is_preview( WC_Order $order ): bool {
		/** This filter is documented in WooCommerce. */
		return (bool) apply_filters( 'woocommerce_is_email_preview', false ) || ! wc_get_order( $order->get_id() );
	}
}
