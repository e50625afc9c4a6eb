<?php
declare( strict_types=1 );

namespace Docket\Connection;

/** Shows the service that who asks to connect this site also answers at its address. */
final class OwnershipProof {

	private const TRANSIENT        = 'docket_proof';
	private const LIFETIME_SECONDS = 10 * MINUTE_IN_SECONDS;

	/** A new key, known to this site and to whom it sends it. */
	public static function begin(): string {
		$proof = bin2hex( random_bytes( 32 ) );
		set_transient( self::TRANSIENT, $proof, self::LIFETIME_SECONDS );
		return $proof;
	}

	/** The answer to a challenge, or null while nobody here is connecting. */
	public static function answer( string $challenge ): ?string {
		$proof = get_transient( self::TRANSIENT );
		return is_string( $proof ) && '' !== $proof ? hash_hmac( 'sha256', $challenge, $proof ) : null;
	}

	public static function end(): void {
		delete_transient( self::TRANSIENT );
	}
}
