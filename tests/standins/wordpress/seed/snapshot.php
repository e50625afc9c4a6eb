<?php
/**
 * An order as JSON: REST v3 with six decimals, and its refunds in full beside it.
 *
 * @package Docket
 */

/** Moves an order to a fixed time, so that exports differ only where the order does. */
function docket_stamp( int $order_id ): void {
	$order   = wc_get_order( $order_id );
	$created = strtotime( '2026-11-17T09:15:00Z' );
	$order->set_date_created( $created );
	if ( $order->get_date_paid() ) {
		$order->set_date_paid( $created + 2 * MINUTE_IN_SECONDS );
	}
	if ( $order->get_date_completed() ) {
		$order->set_date_completed( $created + DAY_IN_SECONDS );
	}
	$modified = $created + DAY_IN_SECONDS;
	// Newest first, as WooCommerce gives them.
	foreach ( array_reverse( $order->get_refunds() ) as $refund ) {
		$modified += DAY_IN_SECONDS;
		$refund->set_date_created( $modified );
		$refund->set_date_modified( $modified );
		$refund->save();
	}
	$order->set_date_modified( $modified );
	$order->save();
}

/** Lets the tables that an order is written to count on from a number. WordPress has no words for it, so SQLite is asked. */
function docket_begin_ids( int $start ): void {
	global $wpdb;
	$counts = array(
		'posts'                      => $start,
		'wc_orders_meta'             => $start,
		'woocommerce_order_items'    => $start,
		'woocommerce_tax_rates'      => $start,
		'woocommerce_order_itemmeta' => 10 * $start,
	);
	$database = new PDO( 'sqlite:' . FQDB );
	// A table has no count before its first row.
	$begin = $database->prepare( 'INSERT INTO sqlite_sequence SELECT ?1, 0 WHERE ?1 NOT IN ( SELECT name FROM sqlite_sequence )' );
	$raise = $database->prepare( 'UPDATE sqlite_sequence SET seq = max( seq, CAST( ?2 AS INTEGER ) ) WHERE name = ?1' );
	foreach ( $counts as $table => $count ) {
		$begin->execute( array( $wpdb->prefix . $table ) );
		$raise->execute( array( $wpdb->prefix . $table, $count ) );
	}
}

function docket_snapshot( int $order_id ): array {
	$order                 = docket_rest_get( "/wc/v3/orders/$order_id", array( 'dp' => 6 ) );
	$order['refunds_full'] = docket_rest_get(
		"/wc/v3/orders/$order_id/refunds",
		array(
			'dp'       => 6,
			'per_page' => 100,
		)
	);
	return $order;
}

function docket_rest_get( string $route, array $parameters ): array {
	$request = new WP_REST_Request( 'GET', $route );
	$request->set_query_params( $parameters );
	$response = rest_do_request( $request );
	if ( $response->is_error() ) {
		throw new RuntimeException( $route . ': ' . $response->as_error()->get_error_message() );
	}
	return docket_without_links( rest_get_server()->response_to_data( $response, false ) );
}

function docket_without_links( array $answer ): array {
	unset( $answer['_links'] );
	return array_map( static fn ( $value ) => is_array( $value ) ? docket_without_links( $value ) : $value, $answer );
}
