<?php
/**
 * WordPress runs this when the plugin is deleted.
 *
 * @package Docket
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

defined( 'DOCKET_VERSION' ) || define( 'DOCKET_VERSION', 'uninstall' );

require_once __DIR__ . '/src/autoload.php';

Docket\Uninstall::run();
