<?php
declare( strict_types=1 );

namespace Docket;

use Docket\Admin\SettingsTab;
use Docket\Connection\Connection;
use Docket\Connection\ConnectionStore;
use Docket\Service\ServiceClient;

/** Deleting the plugin removes nothing, unless the merchant asked for it in its settings. */
final class Uninstall {

	private const OPTIONS = array(
		'docket_connection',
		'docket_contact',
		'docket_swept_until',
		'docket_service_url',
		'docket_mail_mode',
		'docket_mails_off',
		'docket_mails_attach',
		SettingsTab::REMOVE_ON_UNINSTALL,
	);

	/** Each site of a network decides for itself. */
	public static function run(): void {
		Network::each_site( self::clean_site( ... ) );
	}

	private static function clean_site(): void {
		if ( 'yes' !== get_option( SettingsTab::REMOVE_ON_UNINSTALL ) ) {
			return;
		}
		$connection = new ConnectionStore();
		if ( null !== $connection->find() ) {
			( new Connection( $connection, new ServiceClient( $connection ) ) )->disconnect();
		}
		array_map( 'delete_option', self::OPTIONS );
	}
}
