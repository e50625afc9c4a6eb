<?php
declare( strict_types=1 );

namespace Docket\Privacy;

use Docket\Connection\ConnectionStore;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;
use WP_Error;

/** WordPress's requests for personal data (Tools → Export, Erase): what the service keeps of a customer is part of the answer. */
final class PrivacyRequests {

	private const TIMEOUT_SECONDS = 60;
	private const PAGE_ORDERS     = 500;

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ServiceClient $service
	) {}

	public function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', array( $this, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'add_eraser' ) );
		add_action( 'admin_init', array( $this, 'suggest_policy' ) );
	}

	public function add_exporter( array $exporters ): array {
		$exporters['docket'] = array(
			'exporter_friendly_name' => __( 'Docket documents', 'docket' ),
			'callback'               => array( $this, 'export' ),
		);
		return $exporters;
	}

	/** Before WooCommerce's, which takes the address off the orders that we look for by it. */
	public function add_eraser( array $erasers ): array {
		$ours = array(
			'docket' => array(
				'eraser_friendly_name' => __( 'Docket documents', 'docket' ),
				'callback'             => array( $this, 'erase' ),
			),
		);
		return $ours + $erasers;
	}

	public function export( string $email, int $page = 1 ): array|WP_Error {
		$items = array();
		$pages = $this->pages_of( $email );
		if ( null !== $this->connection->find() ) {
			try {
				$items = ExportItems::of( $this->ask( '/privacy/export', $email, $pages[ $page - 1 ] ?? array() ) );
			} catch ( ServiceProblem $problem ) {
				// An export without the documents would look complete, so the request fails and can be repeated.
				return new WP_Error( 'docket_export', $problem->getMessage() );
			}
		}
		return array(
			'data' => $items,
			'done' => $page >= count( $pages ),
		);
	}

	public function erase( string $email, int $page = 1 ): array|WP_Error {
		$pages  = $this->pages_of( $email );
		$answer = array(
			'items_removed'  => false,
			'items_retained' => false,
			'messages'       => array(),
			'done'           => $page >= count( $pages ),
		);
		if ( null === $this->connection->find() ) {
			return $answer;
		}
		try {
			$report = $this->ask( '/privacy/erase', $email, $pages[ $page - 1 ] ?? array() );
		} catch ( ServiceProblem $problem ) {
			// WooCommerce's eraser would go on and take the address off the orders: nobody would find them a second time.
			/* translators: %s: reason. */
			return new WP_Error( 'docket_erase', sprintf( __( 'Docket’s documents were not erased: %s', 'docket' ), $problem->getMessage() ) );
		}
		$kept = array_values( array_filter( (array) ( $report['kept'] ?? array() ), 'is_string' ) );
		return array(
			'items_removed'  => ! empty( $report['redacted'] ),
			'items_retained' => (bool) $kept,
			'messages'       => $kept,
		) + $answer;
	}

	/** A text for the shop's privacy policy, which the merchant may take over. */
	public function suggest_policy(): void {
		$text = __( 'We use Docket to make order confirmations, invoices and other documents. Docket receives your order, with your name, addresses and e-mail address, makes these documents, e-mails them and keeps them as long as the law requires.', 'docket' );
		wp_add_privacy_policy_content( 'Docket', '<p>' . esc_html( $text ) . '</p>' );
	}

	/** @return array<int, string[]> Order ids, as many as the service takes at a time. */
	private function pages_of( string $email ): array {
		return array_chunk( PersonalOrders::of( $email ), self::PAGE_ORDERS );
	}

	/** @param string[] $order_ids */
	private function ask( string $path, string $email, array $order_ids ): array {
		$subject = array(
			'email'    => $email,
			'orderIds' => $order_ids,
		);
		return $this->service->json( 'POST', $path, $subject, self::TIMEOUT_SECONDS );
	}
}
