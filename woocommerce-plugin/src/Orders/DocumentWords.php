<?php
declare( strict_types=1 );

namespace Docket\Orders;

/** Names of documents and of what happens to them, in the language of who looks. */
final class DocumentWords {

	/** @return array<string, string> Kinds that can be made by hand, the invoice first. */
	public static function kinds_to_make(): array {
		return array_diff_key( self::kinds(), array( 'creditNote' => '' ) );
	}

	/** @return array<string, string> */
	public static function kinds(): array {
		return array(
			'invoice'           => __( 'Invoice', 'docket' ),
			'creditNote'        => __( 'Credit note', 'docket' ),
			'orderConfirmation' => __( 'Order confirmation', 'docket' ),
			'proforma'          => __( 'Pro forma invoice', 'docket' ),
			'deliveryNote'      => __( 'Delivery note', 'docket' ),
			'receipt'           => __( 'Receipt', 'docket' ),
		);
	}

	/**
	 * "Invoice 2026-0042", or "Invoice (draft)".
	 *
	 * @param array $summary A DocumentSummary of the service.
	 */
	public static function name( array $summary ): string {
		$kind = self::kinds()[ $summary['kind'] ?? '' ] ?? __( 'Document', 'docket' );
		if ( '' === (string) ( $summary['number'] ?? '' ) ) {
			/* translators: %s: kind of document. */
			return sprintf( __( '%s (draft)', 'docket' ), $kind );
		}
		/* translators: 1: kind of document; 2: its number. */
		return sprintf( _x( '%1$s %2$s', 'document and number', 'docket' ), $kind, $summary['number'] );
	}

	/** @return array<string, string> By the service's types of timeline entries. */
	public static function timeline(): array {
		return array(
			'drafted'       => __( 'Draft made', 'docket' ),
			'issued'        => __( 'Issued', 'docket' ),
			'rendered'      => __( 'PDF made and stored', 'docket' ),
			'queued'        => __( 'Waiting to be sent', 'docket' ),
			'sent'          => __( 'Sent', 'docket' ),
			'sendingFailed' => __( 'Not delivered', 'docket' ),
			'paid'          => __( 'Paid', 'docket' ),
			'downloaded'    => __( 'Downloaded', 'docket' ),
			'redacted'      => __( 'Personal data removed after a privacy request', 'docket' ),
		);
	}
}
