<?php
/**
 * Places one order and writes it as the service would get it: `main.php --list`, or `main.php NAME FOLDER`.
 * One process an order, so that the settings of one do not reach the next.
 *
 * @package Docket
 */

// The address that orders carry in their links; nobody visits it.
putenv( 'SITE_URL=https://shop.example' );
require './wp-load.php';
require __DIR__ . '/class-docket-seed-shop.php';
require __DIR__ . '/snapshot.php';

// Every order has the number from which its ids begin: one that is added at the end of a file changes no other.
$docket_orders = array();
$docket_starts = array();
foreach ( array( 'prices', 'taxes', 'discounts', 'buyers', 'states', 'refunds' ) as $docket_theme => $docket_file ) {
	$docket_start = 3000 * ( $docket_theme + 1 );
	foreach ( require __DIR__ . "/orders/$docket_file.php" as $docket_key => $docket_place ) {
		$docket_orders[ $docket_key ] = $docket_place;
		$docket_starts[ $docket_key ] = $docket_start;
		$docket_start                += 100;
	}
}
[ , $docket_name ] = $argv;
if ( '--list' === $docket_name ) {
	echo implode( "\n", array_keys( $docket_orders ) );
	exit;
}
docket_begin_ids( $docket_starts[ $docket_name ] );

// The only thing about an order that is left to chance.
add_filter( 'woocommerce_generate_order_key', static fn () => 'order_' . substr( md5( $docket_name ), 0, 13 ) );
$docket_order = $docket_orders[ $docket_name ]( new Docket_Seed_Shop() );
wp_set_current_user( 1 );
docket_stamp( $docket_order->get_id() );
$docket_json = wp_json_encode( docket_snapshot( $docket_order->get_id() ), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
$docket_json = preg_replace_callback( '/^ +/m', static fn ( $indent ) => substr( $indent[0], strlen( $indent[0] ) / 2 ), $docket_json );
file_put_contents( "$argv[2]/$docket_name.json", $docket_json . "\n" );
