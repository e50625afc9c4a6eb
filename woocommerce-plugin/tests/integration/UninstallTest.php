<?php
declare( strict_types=1 );

use Docket\Admin\SettingsTab;
use Docket\Plugin;
use Docket\Uninstall;

final class UninstallTest extends ShopTestCase {

	public function test_deleting_the_plugin_keeps_everything_unless_asked(): void {
		delete_option( SettingsTab::REMOVE_ON_UNINSTALL );
		Uninstall::run();
		self::assertNotNull( $this->connection->find() );
	}

	public function test_asked_to_it_disconnects_and_leaves_nothing_behind(): void {
		update_option( SettingsTab::REMOVE_ON_UNINSTALL, 'yes' );
		Uninstall::run();
		global $wpdb;
		self::assertSame( array(), $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'docket\\_%'" ) );
		self::assertContains( 'DELETE /connection', $this->calls() );
	}

	public function test_switched_off_it_leaves_no_work_and_switched_on_it_goes_on(): void {
		$this->place_order( 'paid' );
		$this->end_request();
		Plugin::deactivate();
		self::assertSame( array(), as_get_scheduled_actions( array( 'group' => 'docket', 'status' => 'pending' ), 'ids' ) );
		Plugin::activate();
		self::assertTrue( as_has_scheduled_action( 'docket_sweep' ) );
	}
}
