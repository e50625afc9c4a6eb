<?php
declare( strict_types=1 );

namespace Docket\Service;

use Docket\Connection\SiteAddress;
use WP_Error;

/** WordPress's HTTP with the care a request with orders in it needs: no redirects, no inner addresses, a time limit. */
final class Http {

	/** The most that is read into memory. Larger answers are downloads. */
	private const ANSWER_BYTES = 20 * MB_IN_BYTES;

	/**
	 * @param string $url     Complete, below an address that ServiceUrl accepted.
	 * @param array  $headers By name.
	 *
	 * @throws ServiceProblem `service-unreachable` when there is no answer. An answer with an error is an answer.
	 */
	public static function send( ServiceRequest $request, string $url, array $headers ): ServiceAnswer {
		$file   = $request->is_download ? self::private_file() : '';
		$answer = wp_remote_request(
			$url,
			array(
				'method'              => $request->method,
				'headers'             => $headers,
				'body'                => '' === $request->body ? null : $request->body,
				'timeout'             => $request->timeout_seconds,
				'redirection'         => 0,
				'reject_unsafe_urls'  => ! ServiceUrl::is_loopback( $url ),
				'user-agent'          => 'Docket/' . DOCKET_VERSION . '; ' . SiteAddress::home(),
				'limit_response_size' => $request->is_download ? null : self::ANSWER_BYTES,
				'stream'              => $request->is_download,
				'filename'            => $request->is_download ? $file : null,
			)
		);
		if ( $answer instanceof WP_Error ) {
			self::forget( $file );
			/* translators: %s: technical reason, in English. */
			$message = sprintf( __( 'Docket could not be reached (%s). Nothing is lost; try again in a few minutes.', 'docket' ), $answer->get_error_message() );
			throw new ServiceProblem( 'service-unreachable', $message );
		}
		return self::read( $answer, $file );
	}

	private static function read( array $answer, string $file ): ServiceAnswer {
		$status = (int) wp_remote_retrieve_response_code( $answer );
		$body   = (string) wp_remote_retrieve_body( $answer );
		if ( '' !== $file && ( $status < 200 || $status >= 300 ) ) {
			// An error went to the file too.
			$body = (string) file_get_contents( $file, false, null, 0, MB_IN_BYTES ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of our own.
			self::forget( $file );
			$file = '';
		}
		return new ServiceAnswer(
			$status,
			$body,
			(string) wp_remote_retrieve_header( $answer, 'content-type' ),
			(string) wp_remote_retrieve_header( $answer, 'content-disposition' ),
			$file
		);
	}

	/** Other accounts of a shared server can look into its folder for temporary files. */
	private static function private_file(): string {
		$file = get_temp_dir() . 'docket-' . wp_generate_uuid4() . '.tmp';
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of our own, not of the site.
		if ( ! touch( $file ) || ! chmod( $file, 0600 ) ) {
			throw new ServiceProblem( 'not-stored', 'The file could not be stored: is the folder for temporary files writable?', 500 );
		}
		return $file;
	}

	private static function forget( string $file ): void {
		if ( '' !== $file ) {
			wp_delete_file( $file );
		}
	}
}
