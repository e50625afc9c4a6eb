<?php
declare( strict_types=1 );

namespace Docket\Rest;

use Docket\Billing\SubscriptionReporter;
use Docket\Events\Outbox;
use Docket\Orders\OrderNotes;
use Docket\Service\ServiceAnswer;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceRequest;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Bridges the admin page to the service: docket/v1/service/x is the service's /x. It holds no invoicing rules. */
final class ServiceController {

	private const NAMESPACE = 'docket/v1';
	private const PREFIX    = '/service';

	/** Of a logo; the service allows 500 kB. */
	private const UPLOAD_BYTES = 600 * KB_IN_BYTES;
	private const UPLOAD_TYPES = array( 'image/png', 'image/jpeg', 'image/svg+xml' );
	/** Many documents at once take their time. */
	private const SLOW         = array( '/documents/zip', '/documents/commands', '/plan/issue-held', '/test-mail' );
	private const SLOW_SECONDS = 120;

	public function __construct(
		private readonly ServiceClient $service,
		private readonly Outbox $outbox,
		private readonly OrderNotes $notes,
		private readonly SubscriptionReporter $reporter
	) {}

	public function register_routes(): void {
		foreach ( ServiceRoutes::all() as $path => $methods ) {
			$endpoints = array();
			foreach ( $methods as $method => $args ) {
				$endpoints[] = array(
					'methods'             => $method,
					'callback'            => fn ( WP_REST_Request $request ) => $this->pass_on( $request, array_keys( $args ) ),
					'permission_callback' => array( $this, 'may_manage' ),
					'args'                => $args,
				);
			}
			register_rest_route( self::NAMESPACE, self::PREFIX . $path, $endpoints );
		}
	}

	/** WordPress itself checks the nonce of who is logged in by cookie. */
	public function may_manage(): bool {
		return current_user_can( 'manage_woocommerce' );
	}

	/** @param string[] $known Parameters that the route declares; no other goes on. */
	private function pass_on( WP_REST_Request $request, array $known ): WP_REST_Response|WP_Error {
		try {
			$wanted = $this->read( $request, $known );
			if ( 'GET' !== $wanted->method ) {
				$this->bring_up_to_date( $wanted, (int) $request['orderId'] );
			} elseif ( '/plan' === $wanted->path ) {
				$this->reporter->report_hourly();
			}
			$answer = $this->service->ask( $wanted );
		} catch ( ServiceProblem $problem ) {
			return self::problem( $problem );
		}
		if ( '' !== $answer->file || ! str_contains( $answer->content_type, 'json' ) ) {
			return new FileResponse( $answer );
		}
		if ( 'POST' === $wanted->method ) {
			$this->notes->note_answer( $answer->data() );
		}
		return new WP_REST_Response( $answer->json(), $answer->status );
	}

	private function read( WP_REST_Request $request, array $known ): ServiceRequest {
		$method  = 'HEAD' === $request->get_method() ? 'GET' : $request->get_method();
		$path    = substr( $request->get_route(), strlen( '/' . self::NAMESPACE . self::PREFIX ) );
		$seconds = in_array( $path, self::SLOW, true ) ? self::SLOW_SECONDS : 20;
		if ( 'GET' === $method ) {
			$query = array_filter( array_intersect_key( $request->get_query_params(), array_flip( $known ) ), 'is_scalar' );
			return new ServiceRequest( $method, $path, array_map( array( self::class, 'text' ), $query ), timeout_seconds: $seconds );
		}
		if ( '/logo' === $path ) {
			return self::upload( $request, $path );
		}
		// The raw JSON, read again with its objects as objects: PHP's arrays do not tell {} from [].
		$sent = json_decode( $request->get_body() );
		$sent = is_object( $sent ) ? array_intersect_key( get_object_vars( $sent ), array_flip( $known ) ) : array();
		$body = ServiceRequest::encode( (object) $sent );
		return new ServiceRequest( $method, $path, array(), $body, timeout_seconds: $seconds, is_download: '/documents/zip' === $path );
	}

	private static function upload( WP_REST_Request $request, string $path ): ServiceRequest {
		$type = strtolower( (string) ( $request->get_content_type()['value'] ?? '' ) );
		$body = $request->get_body();
		if ( ! in_array( $type, self::UPLOAD_TYPES, true ) || '' === $body || strlen( $body ) > self::UPLOAD_BYTES ) {
			throw new ServiceProblem( 'logo-refused', __( 'The logo must be a PNG, JPEG or SVG of at most 500 kB.', 'docket' ), 400 );
		}
		return new ServiceRequest( 'PUT', $path, array(), $body, $type );
	}

	/** Who makes a document of an order means the order as it is now, not as it was told of last. */
	private function bring_up_to_date( ServiceRequest $wanted, int $order_id ): void {
		if ( $order_id > 0 ) {
			$this->outbox->push( $order_id );
		} elseif ( in_array( $wanted->path, array( '/documents/commands', '/plan/issue-held' ), true ) ) {
			$this->outbox->flush();
		}
	}

	private static function text( mixed $value ): string {
		return is_bool( $value ) ? ( $value ? 'true' : 'false' ) : (string) $value;
	}

	/** A 401 or 403 of the service is about the shop's secret, not about who is logged in here. */
	private static function problem( ServiceProblem $problem ): WP_Error {
		$status = match ( true ) {
			0 === $problem->status => 503,
			in_array( $problem->status, array( 401, 403 ), true ) => 502,
			default => $problem->status,
		};
		return new WP_Error( 'docket_' . str_replace( '-', '_', $problem->slug ), $problem->getMessage(), array( 'status' => $status ) + $problem->details );
	}
}
