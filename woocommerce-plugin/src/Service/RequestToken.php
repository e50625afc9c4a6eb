<?php
declare( strict_types=1 );

namespace Docket\Service;

use Docket\Connection\Credentials;

/** The token of one call: HS256 (RFC 7519), good for a minute, for this method, path and body only. */
final class RequestToken {

	private const LIFETIME_SECONDS = 60;

	/** @param int $now Seconds, by the service's clock. */
	public static function sign( ServiceRequest $request, Credentials $credentials, int $now ): string {
		$header = array(
			'alg' => 'HS256',
			'typ' => 'JWT',
			'kid' => $credentials->shop_id,
		);
		$claims = array(
			'iss'        => 'docket-plugin',
			'sub'        => $credentials->shop_id,
			'aud'        => 'docket',
			'iat'        => $now,
			'exp'        => $now + self::LIFETIME_SECONDS,
			'jti'        => bin2hex( random_bytes( 16 ) ),
			'method'     => $request->method,
			'path'       => $request->target(),
			'bodySha256' => hash( 'sha256', $request->body ),
		);

		$signed = self::part( $header ) . '.' . self::part( $claims );
		return $signed . '.' . self::base64url( hash_hmac( 'sha256', $signed, $credentials->secret, true ) );
	}

	private static function part( array $content ): string {
		return self::base64url( ServiceRequest::encode( $content ) );
	}

	private static function base64url( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- RFC 7515.
	}
}
