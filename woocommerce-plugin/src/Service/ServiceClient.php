<?php
declare( strict_types=1 );

namespace Docket\Service;

use Docket\Connection\ConnectionStore;
use Docket\Connection\Credentials;

/** Calls the service in the shop's name. */
final class ServiceClient {

	public function __construct( private readonly ConnectionStore $connection ) {}

	/**
	 * Signs and sends.
	 *
	 * @throws ServiceProblem When there is no connection, no answer, or an answer that says no.
	 */
	public function ask( ServiceRequest $request ): ServiceAnswer {
		$credentials = $this->connection->find();
		if ( null === $credentials ) {
			throw new ServiceProblem( 'not-connected', __( 'This shop is not connected to Docket. Connect it in WooCommerce → Docket.', 'docket' ), 409 );
		}
		try {
			return $this->send( $request, $credentials );
		} catch ( ServiceProblem $problem ) {
			if ( 'clock-off' !== $problem->slug || ! $this->follow_clock( $problem ) ) {
				throw $problem;
			}
			return $this->send( $request, $credentials );
		}
	}

	/** JSON in, JSON as arrays out. */
	public function json( string $method, string $path, array $data = array(), int $timeout_seconds = 20 ): array {
		$request = 'GET' === $method
			? new ServiceRequest( $method, $path, $data, timeout_seconds: $timeout_seconds )
			: ServiceRequest::json( $method, $path, (object) $data, $timeout_seconds );
		return $this->ask( $request )->data();
	}

	/** The connecting itself: there is no secret yet to sign with. */
	public function ask_unsigned( ServiceRequest $request, string $service_url ): ServiceAnswer {
		return self::accept( Http::send( $request, $service_url . $request->target(), self::headers( $request ) ) );
	}

	private function send( ServiceRequest $request, Credentials $credentials ): ServiceAnswer {
		$now   = time() + $this->connection->contact()['offset'];
		$token = RequestToken::sign( $request, $credentials, $now );
		try {
			$answer  = Http::send( $request, $credentials->service_url . $request->target(), self::headers( $request ) + array( 'Authorization' => "Bearer $token" ) );
			$checked = self::accept( $answer );
			$this->connection->note_contact();
			return $checked;
		} catch ( ServiceProblem $problem ) {
			$this->note( $problem, $credentials );
			throw $problem;
		}
	}

	private function note( ServiceProblem $problem, Credentials $credentials ): void {
		if ( 410 === $problem->status || 'unknown-shop' === $problem->slug ) {
			$this->connection->save( $credentials->as_refused() );
		} elseif ( $problem->is_temporary() || 401 === $problem->status ) {
			$this->connection->note_problem( $problem->getMessage() );
		}
	}

	/** The site's clock is wrong, and only the owner of its server can set it; we count by the service's clock instead. */
	private function follow_clock( ServiceProblem $problem ): bool {
		$server_time = $problem->details['serverTime'] ?? null;
		$now         = is_numeric( $server_time ) ? (int) $server_time : strtotime( (string) $server_time );
		if ( ! $now ) {
			return false;
		}
		$this->connection->note_clock( $now - time() );
		return true;
	}

	private static function headers( ServiceRequest $request ): array {
		$headers = array( 'Accept' => 'application/json, */*;q=0.5' );
		return '' === $request->body ? $headers : $headers + array( 'Content-Type' => $request->content_type );
	}

	/** An error becomes a problem in the service's own words. */
	private static function accept( ServiceAnswer $answer ): ServiceAnswer {
		if ( $answer->is_ok() ) {
			return $answer;
		}
		$error   = $answer->data()['error'] ?? array();
		$error   = is_array( $error ) ? $error : array();
		$message = is_string( $error['message'] ?? null ) ? $error['message'] : '';
		if ( '' === $message ) {
			/* translators: %d: HTTP status such as 502. */
			$message = sprintf( __( 'Docket answered with an error (%d). Try again in a few minutes.', 'docket' ), $answer->status );
		}
		throw new ServiceProblem(
			is_string( $error['code'] ?? null ) ? $error['code'] : 'service-error',
			$message,
			$answer->status,
			array_diff_key( $error, array_flip( array( 'code', 'message' ) ) )
		);
	}
}
