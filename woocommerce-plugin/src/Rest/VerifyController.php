<?php
declare( strict_types=1 );

namespace Docket\Rest;

use Docket\Connection\OwnershipProof;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** Answers the service's challenge while this site connects. Public: the answer says nothing to who does not know the proof. */
final class VerifyController {

	public function register_routes(): void {
		register_rest_route(
			'docket/v1',
			'/verify',
			array(
				'methods'             => 'GET',
				'callback'            => array( $this, 'answer' ),
				'permission_callback' => '__return_true',
				'args'                => array(
					'challenge' => array(
						'type'     => 'string',
						'pattern'  => '^[A-Za-z0-9_-]{16,128}$',
						'required' => true,
					),
				),
			)
		);
	}

	public function answer( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$answer = OwnershipProof::answer( (string) $request['challenge'] );
		if ( null === $answer ) {
			return new WP_Error( 'docket_not_connecting', __( 'This site is not being connected to Docket.', 'docket' ), array( 'status' => 404 ) );
		}
		return new WP_REST_Response( array( 'answer' => $answer ), 200, array( 'Cache-Control' => 'no-store' ) );
	}
}
