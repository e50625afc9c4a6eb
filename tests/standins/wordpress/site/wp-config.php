<?php
/**
 * WordPress for tests: SQLite, this machine only, nothing fetched from outside.
 *
 * @package Docket
 */

// The SQLite drop-in wants these names and uses none: it opens wp-content/database/.ht.sqlite.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

// Known to everyone, like the passwords: a site for tests listens on 127.0.0.1 and lives as long as its test.
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $docket_name ) {
	define( $docket_name . '_KEY', 'test key of ' . $docket_name );
	define( $docket_name . '_SALT', 'test salt of ' . $docket_name );
}

// The port differs from run to run, so the address stands in the environment and not in the database.
$docket_url = getenv( 'SITE_URL' ) ? getenv( 'SITE_URL' ) : 'http://127.0.0.1:8898';
define( 'WP_HOME', $docket_url );
define( 'WP_SITEURL', $docket_url );
if ( 'cli' === PHP_SAPI ) {
	$_SERVER['HTTP_HOST']       = preg_replace( '#^https?://#', '', $docket_url );
	$_SERVER['SERVER_NAME']     = parse_url( $docket_url, PHP_URL_HOST );
	$_SERVER['HTTPS']           = str_starts_with( $docket_url, 'https:' ) ? 'on' : '';
	$_SERVER['REQUEST_URI']     = '/';
	$_SERVER['REQUEST_METHOD']  = 'GET';
	$_SERVER['REMOTE_ADDR']     = '192.0.2.10';
	$_SERVER['HTTP_USER_AGENT'] = 'Mozilla/5.0';
}

// Application passwords over http need `local`.
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', __DIR__ . '/wp-content/debug.log' );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// Nothing happens by itself: a test says when the scheduled actions run.
define( 'DISABLE_WP_CRON', true );
// A run shares its files with the site it was linked from; WordPress must not write into one in place.
define( 'DISALLOW_FILE_EDIT', true );
define( 'FS_METHOD', 'direct' );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
