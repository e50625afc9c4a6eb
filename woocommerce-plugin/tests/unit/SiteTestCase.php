<?php
declare( strict_types=1 );

use Docket\Connection\ConnectionStore;
use Docket\Connection\Credentials;
use Docket\Service\ServiceClient;
use PHPUnit\Framework\TestCase;

/** Each test has a site of its own. */
abstract class SiteTestCase extends TestCase {

	protected const SECRET = 'the shop’s secret';

	protected ConnectionStore $connection;
	protected ServiceClient $service;

	protected function setUp(): void {
		reset_site();
		$this->connection = new ConnectionStore();
		$this->service    = new ServiceClient( $this->connection );
	}

	protected function connect(): void {
		$this->connection->save( new Credentials( 'shop_1', self::SECRET, DOCKET_SERVICE_URL, home_url(), time() ) );
	}

	/** Lays out what the service answers, one answer for each request. */
	protected function service_answers( array ...$answers ): void {
		site()->answers = $answers;
	}

	/** @return array Topics and attempt of each pending event, by order id. */
	protected function outbox(): array {
		$pending = array();
		foreach ( site()->actions as $action ) {
			if ( 'docket_send_order' === $action->hook ) {
				$pending[ (int) $action->args['order_id'] ][] = $action->args['topics'];
			}
		}
		return $pending;
	}
}
