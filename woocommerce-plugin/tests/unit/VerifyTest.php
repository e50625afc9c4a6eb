<?php
declare( strict_types=1 );

use Docket\Connection\OwnershipProof;
use Docket\Rest\VerifyController;

final class VerifyTest extends SiteTestCase {

	private const CHALLENGE = 'abcdefghijklmnop';

	public function test_answers_a_challenge_while_connecting_only(): void {
		$proof = OwnershipProof::begin();
		self::assertMatchesRegularExpression( '/^[0-9a-f]{64}$/', $proof );
		self::assertSame( array( 'answer' => hash_hmac( 'sha256', self::CHALLENGE, $proof ) ), $this->ask()->data );

		OwnershipProof::end();
		$refused = $this->ask();
		self::assertInstanceOf( WP_Error::class, $refused );
		self::assertSame( 404, $refused->data['status'] );
	}

	/** Too short a challenge could be one of a message that somebody wants signed. */
	public function test_takes_random_challenges_only(): void {
		( new VerifyController() )->register_routes();
		$pattern = site()->routes['docket/v1/verify'][0]['args']['challenge']['pattern'];
		self::assertMatchesRegularExpression( "/$pattern/", self::CHALLENGE );
		foreach ( array( '', 'short', 'with a space in it', str_repeat( 'a', 129 ) ) as $odd ) {
			self::assertDoesNotMatchRegularExpression( "/$pattern/", $odd );
		}
	}

	private function ask(): WP_REST_Response|WP_Error {
		$request              = new WP_REST_Request();
		$request['challenge'] = self::CHALLENGE;
		return ( new VerifyController() )->answer( $request );
	}
}
