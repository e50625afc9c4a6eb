<?php
declare( strict_types=1 );

namespace Docket\Service;

/** One call to `/api/woocommerce/v1` of the service. */
final class ServiceRequest {

	/** Longer than this nobody waits at a screen. */
	private const TIMEOUT_SECONDS = 20;

	/**
	 * @param string $path            Below the API, such as `/documents/doc_1`.
	 * @param array  $query           Parameters as text.
	 * @param string $body            The raw body; "" for none.
	 * @param string $content_type    Of the body.
	 * @param int    $timeout_seconds Until the answer must be complete.
	 * @param bool   $is_download     The answer may be large: it goes to a file, not into memory.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $path,
		public readonly array $query = array(),
		public readonly string $body = '',
		public readonly string $content_type = 'application/json',
		public readonly int $timeout_seconds = self::TIMEOUT_SECONDS,
		public readonly bool $is_download = false
	) {}

	/** A call with JSON in it. */
	public static function json( string $method, string $path, array|object $data, int $timeout_seconds = self::TIMEOUT_SECONDS ): self {
		return new self( $method, $path, array(), self::encode( $data ), timeout_seconds: $timeout_seconds );
	}

	/** The path as it is sent, which the token names. */
	public function target(): string {
		$query = http_build_query( $this->query, '', '&', PHP_QUERY_RFC3986 );
		return '/api/woocommerce/v1' . $this->path . ( '' === $query ? '' : '?' . $query );
	}

	public static function encode( array|object $data ): string {
		$json = wp_json_encode( $data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
		if ( false === $json ) {
			throw new ServiceProblem( 'not-json', 'This cannot be written as JSON: ' . json_last_error_msg() );
		}
		return $json;
	}
}
