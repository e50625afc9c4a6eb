<?php
declare( strict_types=1 );

namespace Docket\Service;

/** Where the service is. Orders go there, so nothing but a public https address is taken. */
final class ServiceUrl {

	public const OPTION = 'docket_service_url';

	private const LOOPBACK = array( '127.0.0.1', 'localhost', '[::1]' );

	/** The address to connect to: the shop's own setting, else DOCKET_SERVICE_URL. A connection keeps the one it was made with. */
	public static function configured(): string {
		$setting = trim( (string) get_option( self::OPTION, '' ) );
		/**
		 * Filters the address of the Docket service.
		 *
		 * @param string $url An https origin, such as https://docket.example.
		 */
		return (string) apply_filters( 'docket_service_url', '' === $setting ? DOCKET_SERVICE_URL : $setting );
	}

	/**
	 * The address as an origin, without a slash at its end.
	 *
	 * @throws ServiceProblem When it could lead a request somewhere else than to a public server.
	 */
	public static function check( string $url ): string {
		$parts = wp_parse_url( trim( $url ) );
		$host  = is_array( $parts ) ? strtolower( (string) ( $parts['host'] ?? '' ) ) : '';
		if ( '' === $host || array_diff_key( $parts, array_flip( array( 'scheme', 'host', 'port', 'path' ) ) ) || '/' !== ( $parts['path'] ?? '/' ) ) {
			throw self::refused( __( 'Give the address of the service without a path, such as https://docket.example.', 'docket' ) );
		}
		$scheme = strtolower( (string) ( $parts['scheme'] ?? '' ) );
		$origin = $scheme . '://' . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
		if ( self::is_loopback( $origin ) ) {
			if ( 'http' === $scheme || 'https' === $scheme ) {
				return $origin;
			}
		} elseif ( 'https' === $scheme && wp_http_validate_url( $origin ) ) {
			return $origin;
		}
		throw self::refused( __( 'The service must have a public address that begins with https://.', 'docket' ) );
	}

	/** A service on this machine, which only a site under development may use. */
	public static function is_loopback( string $url ): bool {
		return in_array( wp_get_environment_type(), array( 'local', 'development' ), true )
			&& in_array( strtolower( (string) wp_parse_url( $url, PHP_URL_HOST ) ), self::LOOPBACK, true );
	}

	private static function refused( string $message ): ServiceProblem {
		return new ServiceProblem( 'service-address', $message, 400 );
	}
}
