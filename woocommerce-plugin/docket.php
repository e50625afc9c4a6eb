<?php
/**
 * Plugin Name: Docket
 * Description: Order confirmations, delivery notes, receipts, invoices and credit notes for your orders: made by your rules, numbered without a gap, sent from your shop.
 * Version: 0.1.0
 * Requires at least: 6.6
 * Requires PHP: 8.1
 * Requires Plugins: woocommerce
 * WC requires at least: 9.0
 * WC tested up to: 10.5
 * Author: Docket
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: docket
 * Domain Path: /languages
 *
 * @package Docket
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

define( 'DOCKET_FILE', __FILE__ );
define( 'DOCKET_VERSION', '0.1.0' );

// Set it in wp-config.php, or in the server's environment, to use a service of your own.
defined( 'DOCKET_SERVICE_URL' ) || define( 'DOCKET_SERVICE_URL', getenv( 'DOCKET_SERVICE_URL' ) ? getenv( 'DOCKET_SERVICE_URL' ) : 'https://app.docket.example' );

require_once __DIR__ . '/src/autoload.php';

Docket\Plugin::boot();
