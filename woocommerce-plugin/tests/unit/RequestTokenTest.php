<?php
declare( strict_types=1 );

use Docket\Connection\Credentials;
use Docket\Service\RequestToken;
use Docket\Service\ServiceRequest;

final class RequestTokenTest extends SiteTestCase {

	public function test_signs_as_the_standard_says(): void {
		[ $header, $claims, $signature ] = explode( '.', $this->token( new ServiceRequest( 'GET', '/home' ) ) );
		self::assertSame( 'HS256', $this->read( $header )['alg'] );
		self::assertSame( 'shop_1', $this->read( $header )['kid'] );
		$expected = hash_hmac( 'sha256', "$header.$claims", self::SECRET, true );
		self::assertSame( rtrim( strtr( base64_encode( $expected ), '+/', '-_' ), '=' ), $signature );
	}

	public function test_is_good_for_this_request_and_one_minute_only(): void {
		$request = ServiceRequest::json( 'POST', '/orders/12/documents', array( 'kind' => 'invoice' ) );
		$claims  = $this->claims( $request );
		self::assertSame( array( 'docket-plugin', 'shop_1', 'docket' ), array( $claims['iss'], $claims['sub'], $claims['aud'] ) );
		self::assertSame( 1700000060, $claims['exp'] );
		self::assertSame( 'POST', $claims['method'] );
		self::assertSame( '/api/woocommerce/v1/orders/12/documents', $claims['path'] );
		self::assertSame( hash( 'sha256', '{"kind":"invoice"}' ), $claims['bodySha256'] );
	}

	public function test_names_path_and_query_as_they_are_sent(): void {
		$request = new ServiceRequest( 'GET', '/documents', array( 'search' => 'Müller & co +1', 'limit' => '25' ) );
		self::assertSame( '/api/woocommerce/v1/documents?search=M%C3%BCller%20%26%20co%20%2B1&limit=25', $this->claims( $request )['path'] );
		self::assertSame( hash( 'sha256', '' ), $this->claims( $request )['bodySha256'] );
	}

	public function test_no_two_tokens_are_alike(): void {
		$request = new ServiceRequest( 'GET', '/home' );
		self::assertNotSame( $this->claims( $request )['jti'], $this->claims( $request )['jti'] );
	}

	private function token( ServiceRequest $request ): string {
		$credentials = new Credentials( 'shop_1', self::SECRET, DOCKET_SERVICE_URL, home_url(), 0 );
		return RequestToken::sign( $request, $credentials, 1700000000 );
	}

	private function claims( ServiceRequest $request ): array {
		return $this->read( explode( '.', $this->token( $request ) )[1] );
	}

	private function read( string $part ): array {
		return json_decode( base64_decode( strtr( $part, '-_', '+/' ) ), true );
	}
}
