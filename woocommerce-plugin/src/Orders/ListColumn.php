<?php
declare( strict_types=1 );

namespace Docket\Orders;

use WC_Order;

/** A column of documents in both order lists. Its cells are filled by one call after the page stands, so the list never waits. */
final class ListColumn {

	private const COLUMN = 'docket_documents';

	public function register(): void {
		add_filter( 'manage_' . OrderScreens::LIST_SCREEN . '_columns', array( $this, 'add' ) );
		add_action( 'manage_' . OrderScreens::LIST_SCREEN . '_custom_column', array( $this, 'show' ), 10, 2 );
		add_filter( 'manage_' . OrderScreens::LEGACY_LIST . '_columns', array( $this, 'add' ) );
		add_action( 'manage_shop_order_posts_custom_column', array( $this, 'show' ), 10, 2 );
	}

	/** After the order's status. */
	public function add( mixed $columns ): mixed {
		if ( ! is_array( $columns ) || ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return $columns;
		}
		$after = array_search( 'order_status', array_keys( $columns ), true );
		$place = false === $after ? count( $columns ) : $after + 1;
		return array_slice( $columns, 0, $place, true )
			+ array( self::COLUMN => __( 'Documents', 'docket' ) )
			+ array_slice( $columns, $place, null, true );
	}

	public function show( mixed $column, mixed $order ): void {
		if ( self::COLUMN !== $column ) {
			return;
		}
		$order_id = $order instanceof WC_Order ? $order->get_id() : absint( $order );
		printf( '<span class="docket-documents" data-docket-order="%d">…</span>', (int) $order_id );
	}
}
