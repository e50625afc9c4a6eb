<?php
declare( strict_types=1 );

use Docket\Connection\ConnectionState;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceRequest;

final class ServiceClientTest extends SiteTestCase {

	public function test_asks_nothing_without_a_connection(): void {
		self::assertSame( 'not-connected', $this->problem()->slug );
		self::assertSame( array(), site()->requests );
	}

	public function test_sends_safely(): void {
		$this->connect();
		$this->service_answers( answer( 200, array( 'stats' => 1 ) ) );
		self::assertSame( array( 'stats' => 1 ), $this->service->json( 'GET', '/home' ) );

		$request = site()->requests[0];
		self::assertSame( 'https://docket.example/api/woocommerce/v1/home', $request['url'] );
		self::assertTrue( $request['reject_unsafe_urls'] );
		self::assertSame( 0, $request['redirection'] );
		self::assertStringStartsWith( 'Bearer ', $request['headers']['Authorization'] );
		self::assertGreaterThan( 0, $this->connection->contact()['at'] );
	}

	public function test_says_in_the_services_words_what_it_refused(): void {
		$this->connect();
		$this->service_answers( answer( 422, array( 'error' => array( 'code' => 'settings-wrong', 'message' => 'One field is wrong', 'fieldErrors' => array( 'seller.iban' => 'check the digits' ) ) ) ) );
		$problem = $this->problem();
		self::assertSame( array( 'settings-wrong', 'One field is wrong', 422 ), array( $problem->slug, $problem->getMessage(), $problem->status ) );
		self::assertSame( array( 'fieldErrors' => array( 'seller.iban' => 'check the digits' ) ), $problem->details );
		self::assertFalse( $problem->is_temporary() );
	}

	public function test_nobody_answering_is_a_passing_problem_that_is_remembered(): void {
		$this->connect();
		$problem = $this->problem();
		self::assertSame( 'service-unreachable', $problem->slug );
		self::assertTrue( $problem->is_temporary() );
		self::assertNotSame( '', $this->connection->contact()['problem'] );

		$this->service_answers( answer( 200 ) );
		$this->service->json( 'GET', '/home' );
		self::assertSame( '', $this->connection->contact()['problem'] );
	}

	public function test_a_page_of_html_is_an_error_in_plain_words(): void {
		$this->connect();
		$this->service_answers( answer( 502, '<h1>Bad gateway</h1>' ) );
		self::assertStringContainsString( '502', $this->problem()->getMessage() );
	}

	public function test_counts_by_the_services_clock_once_told(): void {
		$this->connect();
		$hour_later = gmdate( 'Y-m-d\TH:i:s\Z', time() + 3600 );
		$this->service_answers( answer( 401, array( 'error' => array( 'code' => 'clock-off', 'message' => 'Clock', 'serverTime' => $hour_later ) ) ), answer( 200, array( 'ok' => 1 ) ) );
		self::assertSame( array( 'ok' => 1 ), $this->service->json( 'GET', '/home' ) );
		self::assertEqualsWithDelta( 3600, $this->connection->contact()['offset'], 2 );
		self::assertCount( 2, site()->requests );
	}

	public function test_asks_again_only_once_for_a_clock(): void {
		$this->connect();
		$off = answer( 401, array( 'error' => array( 'code' => 'clock-off', 'message' => 'Clock', 'serverTime' => '2026-11-21T12:00:00Z' ) ) );
		$this->service_answers( $off, $off, answer( 200 ) );
		self::assertSame( 'clock-off', $this->problem()->slug );
		self::assertCount( 2, site()->requests );
	}

	public function test_a_shop_that_was_disconnected_asks_no_more(): void {
		$this->connect();
		$this->service_answers( answer( 410, array( 'error' => array( 'code' => 'shop-disconnected', 'message' => 'Gone' ) ) ) );
		$this->problem();
		self::assertSame( ConnectionState::Refused, $this->connection->state() );
		self::assertSame( 'not-connected', $this->problem()->slug );
	}

	public function test_a_copy_of_the_shop_under_another_address_sends_nothing(): void {
		$this->connect();
		site()->home = 'http://shop.example/';
		self::assertSame( ConnectionState::Connected, $this->connection->state() );
		site()->home = 'https://staging.shop.example';
		self::assertSame( ConnectionState::Moved, $this->connection->state() );
		self::assertSame( 'not-connected', $this->problem()->slug );
		self::assertSame( array(), site()->requests );
	}

	public function test_the_secret_is_in_no_request(): void {
		$this->connect();
		$this->service_answers( answer( 200 ) );
		$this->service->json( 'POST', '/links', array( 'documentId' => 'doc_1' ) );
		self::assertStringNotContainsString( self::SECRET, serialize( site()->requests ) );
	}

	private function problem(): ServiceProblem {
		try {
			$this->service->ask( new ServiceRequest( 'GET', '/home' ) );
		} catch ( ServiceProblem $problem ) {
			return $problem;
		}
		self::fail( 'There was no problem.' );
	}
}
