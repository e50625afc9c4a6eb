<?php
declare( strict_types=1 );

namespace Docket\Rest;

use Docket\Service\ServiceAnswer;
use WP_REST_Response;

/** A file of the service as it is, where WordPress's REST server would write JSON. */
final class FileResponse extends WP_REST_Response {

	private const TYPES = array( 'application/pdf', 'application/xml', 'application/zip', 'image/png', 'image/jpeg', 'image/svg+xml' );

	public function __construct( public readonly ServiceAnswer $answer ) {
		$type = strtolower( trim( explode( ';', $answer->content_type )[0] ) );
		$type = in_array( $type, self::TYPES, true ) ? $type : 'application/octet-stream';

		$headers = array(
			'Content-Type'           => $type,
			'Content-Disposition'    => self::disposition( $answer, $type ),
			'Cache-Control'          => 'private, no-store',
			'X-Content-Type-Options' => 'nosniff',
		);
		if ( 'application/pdf' !== $type ) {
			// Nothing in it may run under the shop's own address. Browsers refuse to show a PDF in a sandbox.
			$headers['Content-Security-Policy'] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
		}
		parent::__construct( null, $answer->status, $headers );
	}

	/** A PDF opens in the browser; other files are saved. */
	private static function disposition( ServiceAnswer $answer, string $type ): string {
		$given = '' === $answer->disposition ? 'attachment' : $answer->disposition;
		return 'application/pdf' === $type ? (string) preg_replace( '/^attachment/i', 'inline', $given ) : $given;
	}

	public static function register(): void {
		add_filter( 'rest_pre_serve_request', array( self::class, 'serve' ), 10, 2 );
	}

	/** WordPress has sent the headers; this writes the bytes. */
	public static function serve( mixed $is_served, mixed $response ): mixed {
		if ( ! $response instanceof self ) {
			return $is_served;
		}
		if ( '' === $response->answer->file ) {
			echo $response->answer->body; // phpcs:ignore WordPress.Security.EscapeOutput -- a file, not a page.
			return true;
		}
		// A browser that leaves half-way must not leave the file behind.
		ignore_user_abort( true );
		readfile( $response->answer->file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of our own.
		wp_delete_file( $response->answer->file );
		return true;
	}
}
