<?php
declare( strict_types=1 );

namespace Docket\Orders;

/**
 * Bulk actions of both order lists. WordPress only hands over the chosen orders; the list's script then goes through them one by
 * one and shows how far it is, so that a hundred orders meet no time limit.
 */
final class BulkActions {

	private const PREFIX           = 'docket_bulk_';
	private const CHOSEN           = 'docket_bulk';
	private const LIFETIME_SECONDS = 10 * MINUTE_IN_SECONDS;

	public function register(): void {
		foreach ( array( OrderScreens::LIST_SCREEN, OrderScreens::LEGACY_LIST ) as $screen ) {
			add_filter( "bulk_actions-$screen", array( $this, 'offer' ) );
			add_filter( "handle_bulk_actions-$screen", array( $this, 'hand_over' ), 10, 3 );
		}
	}

	/** @return array<string, string> Labels by what to do. */
	public static function labels(): array {
		return array(
			'issue' => __( 'Docket: issue invoices', 'docket' ),
			'send'  => __( 'Docket: issue and send invoices', 'docket' ),
			'print' => __( 'Docket: print documents', 'docket' ),
			'zip'   => __( 'Docket: download documents (ZIP)', 'docket' ),
		);
	}

	public function offer( mixed $actions ): mixed {
		if ( ! is_array( $actions ) || ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return $actions;
		}
		foreach ( self::labels() as $intent => $label ) {
			$actions[ self::PREFIX . $intent ] = $label;
		}
		return $actions;
	}

	/** WooCommerce and WordPress have checked the nonce of the list by now. */
	public function hand_over( mixed $redirect_to, mixed $action, mixed $ids ): mixed {
		$intent = str_starts_with( (string) $action, self::PREFIX ) ? substr( (string) $action, strlen( self::PREFIX ) ) : '';
		if ( ! isset( self::labels()[ $intent ] ) || ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return $redirect_to;
		}
		$chosen = array(
			'intent'   => $intent,
			'orderIds' => array_map( 'strval', array_map( 'absint', (array) $ids ) ),
		);
		set_transient( self::key(), $chosen, self::LIFETIME_SECONDS );
		return $redirect_to;
	}

	/** What this user just chose, once: reloading the list repeats nothing. */
	public static function take(): ?array {
		$chosen = get_transient( self::key() );
		delete_transient( self::key() );
		return is_array( $chosen ) ? $chosen : null;
	}

	private static function key(): string {
		return self::CHOSEN . '_' . get_current_user_id();
	}
}
