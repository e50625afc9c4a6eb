<?php
declare( strict_types=1 );

use Docket\Admin\ConnectionCard;
use Docket\Admin\SettingsTab;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceUrl;

final class ServiceUrlTest extends SiteTestCase {

	/** @dataProvider refused */
	public function test_refuses_what_could_lead_somewhere_else( string $url ): void {
		$this->expectException( ServiceProblem::class );
		ServiceUrl::check( $url );
	}

	public static function refused(): array {
		return array_map(
			static fn ( string $url ) => array( $url ),
			array(
				'',
				'docket.example',
				'http://docket.example',
				'ftp://docket.example',
				'file:///etc/passwd',
				'https://docket.example/path',
				'https://docket.example?query=1',
				'https://docket.example#part',
				'https://user@docket.example',
				'https://user:password@docket.example',
				'https://10.0.0.8',
				'https://127.0.0.1',
				'https://169.254.169.254',
				'https://192.168.1.1',
				'https://[::1]',
				'https://docket.example:22',
				'http://localhost:3000',
			)
		);
	}

	public function test_takes_a_public_https_address(): void {
		self::assertSame( 'https://docket.example', ServiceUrl::check( ' https://Docket.example/ ' ) );
	}

	public function test_takes_this_machine_only_under_development(): void {
		site()->environment = 'local';
		self::assertSame( 'http://127.0.0.1:3000', ServiceUrl::check( 'http://127.0.0.1:3000' ) );
		self::assertFalse( ServiceUrl::is_loopback( 'http://127.0.0.1.example.com' ) );
		$this->expectException( ServiceProblem::class );
		ServiceUrl::check( 'http://192.168.1.1' );
	}

	public function test_the_setting_comes_before_the_constant_and_the_filter_has_the_last_word(): void {
		self::assertSame( DOCKET_SERVICE_URL, ServiceUrl::configured() );
		site()->options[ ServiceUrl::OPTION ] = 'https://own.example';
		self::assertSame( 'https://own.example', ServiceUrl::configured() );
		add_filter( 'docket_service_url', static fn () => 'https://filtered.example' );
		self::assertSame( 'https://filtered.example', ServiceUrl::configured() );
	}

	public function test_a_refused_setting_changes_nothing_and_says_why(): void {
		site()->options[ ServiceUrl::OPTION ] = 'https://own.example';
		$tab                                  = new SettingsTab( new ConnectionCard( $this->connection ) );
		self::assertSame( 'https://own.example', $tab->check_url( 'http://10.0.0.8' ) );
		self::assertCount( 1, site()->errors );
		self::assertSame( '', $tab->check_url( ' ' ) );
	}
}
