<?php
declare( strict_types=1 );

namespace Docket\Connection;

/**
 * The connection as it is stored. Neither option is autoloaded: no page of the shop needs the secret, and few need the rest.
 * The secret itself never leaves the server.
 */
final class ConnectionStore {

	private const CONNECTION = 'docket_connection';
	private const CONTACT    = 'docket_contact';
	/** Successful contacts are written down once a minute at most. */
	private const CONTACT_SECONDS = MINUTE_IN_SECONDS;

	/** Null unless connected: then nothing is sent. */
	public function find(): ?Credentials {
		return ConnectionState::Connected === $this->state() ? $this->stored() : null;
	}

	/** Also those of a connection that no longer works. */
	public function stored(): ?Credentials {
		return Credentials::from_option( get_option( self::CONNECTION ) );
	}

	public function state(): ConnectionState {
		$stored = $this->stored();
		return match ( true ) {
			null === $stored => ConnectionState::None,
			self::place_of( $stored->site_url ) !== self::place_of( SiteAddress::home() ) => ConnectionState::Moved,
			$stored->is_refused => ConnectionState::Refused,
			default => ConnectionState::Connected,
		};
	}

	public function save( Credentials $credentials ): void {
		update_option( self::CONNECTION, $credentials->to_option(), false );
	}

	public function forget(): void {
		delete_option( self::CONNECTION );
		delete_option( self::CONTACT );
	}

	/** The service answered. */
	public function note_contact(): void {
		$contact = $this->contact();
		if ( '' !== $contact['problem'] || time() - $contact['at'] >= self::CONTACT_SECONDS ) {
			$this->save_contact( array( 'at' => time(), 'problem' => '' ) + $contact );
		}
	}

	public function note_problem( string $problem ): void {
		$contact = $this->contact();
		if ( $problem !== $contact['problem'] ) {
			$this->save_contact( array( 'problem' => $problem ) + $contact );
		}
	}

	/** How far this site's clock is behind the service's. */
	public function note_clock( int $offset_seconds ): void {
		$this->save_contact( array( 'offset' => $offset_seconds ) + $this->contact() );
	}

	/**
	 * The last contact.
	 *
	 * @return array{at: int, problem: string, offset: int} Seconds since 1970 (0: never), what is wrong since ("": nothing), clock offset.
	 */
	public function contact(): array {
		$stored = get_option( self::CONTACT );
		$stored = is_array( $stored ) ? $stored : array();
		return array(
			'at'      => (int) ( $stored['at'] ?? 0 ),
			'problem' => (string) ( $stored['problem'] ?? '' ),
			'offset'  => (int) ( $stored['offset'] ?? 0 ),
		);
	}

	private function save_contact( array $contact ): void {
		update_option( self::CONTACT, $contact, false );
	}

	/** A shop that goes from http to https, or gets a slash, did not move. */
	private static function place_of( string $url ): string {
		return strtolower( rtrim( (string) preg_replace( '#^https?://#i', '', $url ), '/' ) );
	}
}
