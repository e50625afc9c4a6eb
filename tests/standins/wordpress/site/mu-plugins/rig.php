<?php
/**
 * Plugin Name: Docket test rig
 * Description: What a site for tests needs beyond WordPress. Never part of the product.
 *
 * @package Docket
 */

defined( 'ABSPATH' ) || exit;

// WooCommerce says "no limit" as MySQL's largest number; SQLite reads it as a float and answers no rows (refunds come back empty).
add_filter(
	'query',
	static fn ( $query ) => str_replace( '18446744073709551615', '9223372036854775807', $query )
);

// The order screen asks for it; SQLite has it since 3.44 only.
$GLOBALS['@pdo']->sqliteCreateFunction(
	'CONCAT_WS',
	static fn ( $separator, ...$words ) => implode( $separator, array_filter( $words, static fn ( $word ) => null !== $word ) )
);

/** Logs in by a link: /?log-in-as=manager&to=/wp-admin/ */
add_action(
	'init',
	static function (): void {
		if ( ! isset( $_GET['log-in-as'] ) ) {
			return;
		}
		$user = get_user_by( 'login', sanitize_user( wp_unslash( $_GET['log-in-as'] ) ) );
		if ( false === $user ) {
			wp_die( 'No such user', 404 );
		}
		wp_set_auth_cookie( $user->ID, true );
		$path = isset( $_GET['to'] ) ? (string) wp_unslash( $_GET['to'] ) : '/wp-admin/';
		wp_safe_redirect( home_url( $path ) );
		exit;
	},
	1
);

/** Mail goes to the mailbox of the test; without one it is refused, not lost in silence. */
add_filter( 'pre_wp_mail', static fn ( $sent ) => getenv( 'SITE_SMTP_PORT' ) ? $sent : false );
add_action(
	'phpmailer_init',
	static function ( $mailer ): void {
		$mailer->isSMTP();
		$mailer->Host        = '127.0.0.1';
		$mailer->Port        = (int) getenv( 'SITE_SMTP_PORT' );
		$mailer->SMTPAuth    = false;
		$mailer->SMTPAutoTLS = false;
	}
);

/** WordPress looks for updates as soon as somebody opens wp-admin; there is nobody to ask. */
foreach ( array( 'core', 'plugins', 'themes' ) as $docket_kind ) {
	add_filter(
		"pre_site_transient_update_$docket_kind",
		static fn () => (object) array(
			'last_checked'    => time(),
			'version_checked' => wp_get_wp_version(),
			'updates'         => array(),
			'response'        => array(),
		)
	);
}

add_filter( 'translations_api', static fn () => array( 'translations' => array() ) );

add_action( 'plugins_loaded', static fn () => class_exists( 'WC_Payment_Gateway' ) && require_once __DIR__ . '/rig/card.php' );
