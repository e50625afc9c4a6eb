<?php
declare( strict_types=1 );

namespace Docket\Connection;

/** What the service gave this site when it connected. */
final class Credentials {

	public function __construct(
		public readonly string $shop_id,
		public readonly string $secret,
		/** The service that gave them. Another address in the settings counts from the next connecting on. */
		public readonly string $service_url,
		public readonly string $site_url,
		/** Seconds since 1970. */
		public readonly int $connected_at,
		/** The service said that it knows this shop no more. */
		public readonly bool $is_refused = false
	) {}

	/** Null when what is stored is no connection. */
	public static function from_option( mixed $stored ): ?self {
		if ( ! is_array( $stored ) || empty( $stored['shopId'] ) || empty( $stored['secret'] ) || empty( $stored['serviceUrl'] ) ) {
			return null;
		}
		return new self(
			(string) $stored['shopId'],
			(string) $stored['secret'],
			(string) $stored['serviceUrl'],
			(string) ( $stored['siteUrl'] ?? '' ),
			(int) ( $stored['connectedAt'] ?? 0 ),
			(bool) ( $stored['isRefused'] ?? false )
		);
	}

	public function to_option(): array {
		return array(
			'shopId'      => $this->shop_id,
			'secret'      => $this->secret,
			'serviceUrl'  => $this->service_url,
			'siteUrl'     => $this->site_url,
			'connectedAt' => $this->connected_at,
			'isRefused'   => $this->is_refused,
		);
	}

	public function with_secret( string $secret ): self {
		return new self( $this->shop_id, $secret, $this->service_url, $this->site_url, $this->connected_at );
	}

	public function as_refused(): self {
		return new self( $this->shop_id, $this->secret, $this->service_url, $this->site_url, $this->connected_at, true );
	}
}
