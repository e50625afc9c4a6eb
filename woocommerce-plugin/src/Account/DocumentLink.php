<?php
declare( strict_types=1 );

namespace Docket\Account;

use Docket\Connection\ConnectionStore;
use Docket\Orders\OrderDocuments;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;

/**
 * Leads a customer who is logged in to a document of an order of theirs. The service gives a link that is signed and soon
 * expires, so what stays in a browser's history opens nothing.
 */
final class DocumentLink {

	private const DOCUMENT = 'docket-document';
	private const ORDER    = 'docket-order';

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ServiceClient $service,
		private readonly OrderDocuments $documents
	) {}

	public function register(): void {
		add_action( 'template_redirect', array( $this, 'follow' ) );
	}

	public static function url( string $document_id, int $order_id ): string {
		$parameters = array(
			self::DOCUMENT => rawurlencode( $document_id ),
			self::ORDER    => $order_id,
		);
		return wp_nonce_url( add_query_arg( $parameters, wc_get_page_permalink( 'myaccount' ) ), self::DOCUMENT . $document_id );
	}

	public function follow(): void {
		if ( ! isset( $_GET[ self::DOCUMENT ], $_GET[ self::ORDER ] ) ) {
			return;
		}
		$document_id = sanitize_text_field( wp_unslash( $_GET[ self::DOCUMENT ] ) );
		$order_id    = absint( $_GET[ self::ORDER ] );
		$nonce       = sanitize_text_field( wp_unslash( $_GET['_wpnonce'] ?? '' ) );
		if ( ! is_user_logged_in() || ! wp_verify_nonce( $nonce, self::DOCUMENT . $document_id ) || ! current_user_can( 'view_order', $order_id ) ) {
			$this->refuse( __( 'This link has expired. Open your orders and click the document again.', 'docket' ) );
			return;
		}
		try {
			$url = $this->ask_link( $document_id, $order_id );
		} catch ( ServiceProblem ) {
			$this->refuse( __( 'The document cannot be shown at the moment. Try again in a few minutes.', 'docket' ) );
			return;
		}
		nocache_headers();
		// phpcs:ignore WordPress.Security.SafeRedirect -- to the service, whose address ask_link has checked.
		if ( wp_redirect( $url ) ) {
			exit;
		}
	}

	/** @throws ServiceProblem When the document is not of this order, not issued, or there is no answer. */
	private function ask_link( string $document_id, int $order_id ): string {
		$issued = array_filter(
			$this->documents->of_orders( array( $order_id ) )[ $order_id ],
			static fn ( array $document ): bool => $document_id === ( $document['documentId'] ?? '' ) && 'issued' === ( $document['state'] ?? '' )
		);
		if ( ! $issued ) {
			throw new ServiceProblem( 'not-found', 'No such document of this order.', 404 );
		}
		$url     = (string) ( $this->service->json( 'POST', '/links', array( 'documentId' => $document_id ) )['url'] ?? '' );
		$service = (string) $this->connection->find()?->service_url;
		if ( '' === $service || ! str_starts_with( $url, $service . '/' ) ) {
			throw new ServiceProblem( 'link-elsewhere', 'The link leads somewhere else than to the service.' );
		}
		return $url;
	}

	private function refuse( string $message ): void {
		wc_add_notice( $message, 'error' );
		if ( wp_safe_redirect( wc_get_account_endpoint_url( 'orders' ) ) ) {
			exit;
		}
	}
}
