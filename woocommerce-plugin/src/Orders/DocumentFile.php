<?php
declare( strict_types=1 );

namespace Docket\Orders;

/** Where the PDF of a document is for somebody who is logged in and may manage the shop. */
final class DocumentFile {

	public static function url( string $document_id ): string {
		return add_query_arg(
			array(
				'type'     => 'pdf',
				'_wpnonce' => wp_create_nonce( 'wp_rest' ),
			),
			rest_url( 'docket/v1/service/documents/' . rawurlencode( $document_id ) . '/file' )
		);
	}
}
