<?php
/**
 * A real WordPress with WooCommerce and the plugin, served at SITE_URL from SITE_FOLDER, and the service of ../service at
 * SERVICE_URL. `node woocommerce-plugin/tests/run.ts` brings all of it up.
 *
 * @package Docket
 */

// phpcs:disable
declare( strict_types=1 );

foreach ( array( 'SITE_FOLDER', 'SITE_URL', 'SERVICE_URL', 'SERVICE_STATE', 'SITE_PASSWORDS' ) as $docket_name ) {
	if ( ! getenv( $docket_name ) ) {
		fwrite( STDERR, "\nNothing was tested: $docket_name is not set. Run `node woocommerce-plugin/tests/run.ts`, which brings up a WordPress.\n\n" );
		exit( 1 );
	}
}

// Order actions, lists and panels exist in wp-admin only.
define( 'WP_ADMIN', true );
require getenv( 'SITE_FOLDER' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

// It would end PHPUnit's own buffers, each time a test lets a request come to its end.
remove_action( 'shutdown', 'wp_ob_end_flush_all', 1 );
require __DIR__ . '/ShopTestCase.php';
