<?php
declare( strict_types=1 );

namespace Docket\Service;

use RuntimeException;
use Throwable;

/** Why the service did not do what was asked. The message is for the merchant. */
final class ServiceProblem extends RuntimeException {

	/**
	 * @param string $slug    The service's own code, such as `already-issued`, or `service-unreachable`, `not-connected`, `service-address`.
	 * @param int    $status  HTTP status; 0 when there was no answer.
	 * @param array  $details What else the service said: `fieldErrors`, `findings`, `draft`, `serverTime`.
	 */
	public function __construct(
		public readonly string $slug,
		string $message,
		public readonly int $status = 0,
		public readonly array $details = array(),
		?Throwable $previous = null
	) {
		parent::__construct( $message, 0, $previous );
	}

	/** Nobody answered, or somebody who could not: the same request may work later. */
	public function is_temporary(): bool {
		return 'service-unreachable' === $this->slug || $this->status >= 500 || in_array( $this->status, array( 408, 425, 429 ), true );
	}
}
