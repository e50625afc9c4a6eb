<?php
/**
 * Makes the site a Belgian shop: WooCommerce, its taxes, shipping, goods and people. Prints what only this script knows, as JSON.
 *
 * @package Docket
 */

use Automattic\WooCommerce\Internal\DataStores\Orders\DataSynchronizer;

require './wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_set_current_user( 1 );

// In a process of its own first: WooCommerce is not loaded in the one that activates it.
if ( ! is_plugin_active( 'woocommerce/woocommerce.php' ) ) {
	$failure = activate_plugin( 'woocommerce/woocommerce.php' );
	exit( is_wp_error( $failure ) ? 1 : 0 );
}

/** A scripted activation leaves the order tables out, and then HPOS stays off whatever the setting says. */
function docket_use_order_tables(): void {
	$tables = wc_get_container()->get( DataSynchronizer::class );
	if ( ! $tables->check_orders_table_exists() ) {
		$tables->create_database_tables();
	}
	update_option( 'woocommerce_custom_orders_table_enabled', 'yes' );
	update_option( 'woocommerce_custom_orders_table_data_sync_enabled', 'no' );
}

function docket_set_options(): void {
	$options = array(
		'woocommerce_store_address'            => 'Veldstraat 12',
		'woocommerce_store_city'               => 'Gent',
		'woocommerce_store_postcode'           => '9000',
		'woocommerce_default_country'          => 'BE',
		'woocommerce_currency'                 => 'EUR',
		'woocommerce_currency_pos'             => 'left_space',
		'woocommerce_price_thousand_sep'       => '.',
		'woocommerce_price_decimal_sep'        => ',',
		'woocommerce_calc_taxes'               => 'yes',
		'woocommerce_prices_include_tax'       => 'yes',
		'woocommerce_tax_display_shop'         => 'incl',
		'woocommerce_tax_display_cart'         => 'incl',
		'woocommerce_tax_total_display'        => 'itemized',
		'woocommerce_shipping_tax_class'       => '',
		'woocommerce_coming_soon'              => 'no',
		'woocommerce_onboarding_profile'       => array( 'skipped' => true ),
		'woocommerce_task_list_hidden'         => 'yes',
		'woocommerce_task_list_reminder_bar_hidden' => 'yes',
		'woocommerce_show_marketplace_suggestions' => 'no',
		// Pictures would come from outside.
		'show_avatars'                         => '0',
		'woocommerce_bacs_settings'            => array( 'enabled' => 'yes', 'title' => 'Bank transfer' ),
		'woocommerce_cod_settings'             => array( 'enabled' => 'yes', 'title' => 'Cash on delivery' ),
	);
	foreach ( $options as $name => $value ) {
		update_option( $name, $value );
	}
	delete_transient( '_wc_activation_redirect' );
}

/** Belgium's four rates, and those of the neighbours for a seller under the one-stop shop (OSS). */
function docket_add_taxes(): void {
	WC_Tax::create_tax_class( 'Intermediate rate' );
	$rates = array(
		'BE' => array( '' => 21, 'intermediate-rate' => 12, 'reduced-rate' => 6, 'zero-rate' => 0 ),
		'NL' => array( '' => 21, 'intermediate-rate' => 9, 'reduced-rate' => 9, 'zero-rate' => 0 ),
		'FR' => array( '' => 20, 'intermediate-rate' => 10, 'reduced-rate' => 5.5, 'zero-rate' => 2.1 ),
		'DE' => array( '' => 19, 'intermediate-rate' => 7, 'reduced-rate' => 7, 'zero-rate' => 0 ),
		'LU' => array( '' => 17, 'intermediate-rate' => 14, 'reduced-rate' => 3, 'zero-rate' => 0 ),
	);
	foreach ( $rates as $country => $by_class ) {
		foreach ( $by_class as $class => $percent ) {
			WC_Tax::_insert_tax_rate(
				array(
					'tax_rate_country'  => $country,
					'tax_rate'          => (string) $percent,
					'tax_rate_name'     => "VAT $percent%",
					'tax_rate_priority' => 1,
					'tax_rate_compound' => 0,
					'tax_rate_shipping' => 1,
					'tax_rate_order'    => 1,
					'tax_rate_class'    => $class,
				)
			);
		}
	}
}

/** The costs of shipping are always entered without tax: 4.9174 is € 5.95 with 21 %. */
function docket_add_shipping(): void {
	docket_add_zone( 'Belgium', array( 'BE' ), '4.9174' );
	docket_add_zone( 'Europe', array( 'NL', 'FR', 'DE', 'LU', 'IT', 'ES', 'IE' ), '9.90' );
	// Zone 0 takes everyone else.
	$elsewhere = new WC_Shipping_Zone( 0 );
	docket_set_cost( $elsewhere->add_shipping_method( 'flat_rate' ), '25' );
}

function docket_add_zone( string $name, array $countries, string $cost ): void {
	$zone = new WC_Shipping_Zone();
	$zone->set_zone_name( $name );
	foreach ( $countries as $country ) {
		$zone->add_location( $country, 'country' );
	}
	$zone->save();
	docket_set_cost( $zone->add_shipping_method( 'flat_rate' ), $cost );
	$zone->add_shipping_method( 'free_shipping' );
	$zone->add_shipping_method( 'local_pickup' );
}

function docket_set_cost( int $instance_id, string $cost ): void {
	$settings = array( 'title' => 'Parcel', 'tax_status' => 'taxable', 'cost' => $cost );
	update_option( "woocommerce_flat_rate_{$instance_id}_settings", $settings );
}

function docket_add_products(): void {
	$goods = array(
		array( 'Coffee mug', 'mug', '12.95', '', false ),
		array( 'Cookbook', 'book', '24.90', 'reduced-rate', false ),
		array( 'Margarine 250 g', 'margarine', '2.79', 'intermediate-rate', false ),
		array( 'Daily newspaper', 'newspaper', '2.50', 'zero-rate', false ),
		array( 'Online course', 'course', '149', '', true ),
	);
	foreach ( $goods as [ $name, $sku, $price, $class, $is_virtual ] ) {
		$product = new WC_Product_Simple();
		$product->set_name( $name );
		$product->set_sku( $sku );
		$product->set_regular_price( $price );
		$product->set_tax_class( $class );
		$product->set_virtual( $is_virtual );
		$product->save();
	}
}

/** One user for each thing a test may or may not do. The editor has no right to orders. */
function docket_add_users(): array {
	$roles = array( 'manager' => 'shop_manager', 'editor' => 'editor', 'customer' => 'customer' );
	foreach ( $roles as $login => $role ) {
		wp_insert_user(
			array(
				'user_login'   => $login,
				'user_pass'    => 'password',
				'user_email'   => "$login@shop.example",
				'display_name' => ucfirst( $login ),
				'role'         => $role,
			)
		);
	}
	$passwords = array();
	foreach ( array( 'admin', 'manager', 'editor', 'customer' ) as $login ) {
		$user               = get_user_by( 'login', $login );
		// WooCommerce would ask for https on every page.
		update_user_meta( $user->ID, 'dismissed_no_secure_connection_notice', true );
		[ $password ]       = WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'tests' ) );
		$passwords[ $login ] = $password;
	}
	return $passwords;
}

docket_use_order_tables();
docket_set_options();
docket_add_taxes();
docket_add_shipping();
docket_add_products();
echo wp_json_encode(
	array(
		'wordpress'            => $GLOBALS['wp_version'],
		'woocommerce'          => WC_VERSION,
		'applicationPasswords' => docket_add_users(),
	)
);
