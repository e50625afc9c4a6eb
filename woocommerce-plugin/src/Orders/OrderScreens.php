<?php
declare( strict_types=1 );

namespace Docket\Orders;

use WP_Screen;

/** The two screens that WooCommerce has for orders: its own, and that of posts. */
final class OrderScreens {

	public const CAPABILITY  = 'manage_woocommerce';
	public const LIST_SCREEN = 'woocommerce_page_wc-orders';
	public const LEGACY_LIST = 'edit-shop_order';
	private const LEGACY_ORDER = 'shop_order';

	public static function is_list( ?WP_Screen $screen ): bool {
		return null !== $screen
			&& ( self::LEGACY_LIST === $screen->id || ( self::LIST_SCREEN === $screen->id && ! self::shows_one() ) );
	}

	public static function is_order( ?WP_Screen $screen ): bool {
		return null !== $screen
			&& ( self::LEGACY_ORDER === $screen->id || ( self::LIST_SCREEN === $screen->id && self::shows_one() ) );
	}

	/** The screen on which an order is edited, as add_meta_box wants it. */
	public static function order_screen(): string {
		return function_exists( 'wc_get_page_screen_id' ) ? wc_get_page_screen_id( 'shop-order' ) : self::LEGACY_ORDER;
	}

	private static function shows_one(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification -- only tells which screen this is.
		$action = isset( $_GET['action'] ) ? sanitize_key( wp_unslash( $_GET['action'] ) ) : '';
		return in_array( $action, array( 'edit', 'new' ), true );
	}
}
