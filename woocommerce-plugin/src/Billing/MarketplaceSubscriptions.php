<?php
declare( strict_types=1 );

namespace Docket\Billing;

use WC_Helper;
use WC_Helper_API;
use WC_Helper_Options;

/** What WooCommerce.com told this site of the merchant's subscriptions for Docket. WooCommerce asks it; we read what it keeps. */
final class MarketplaceSubscriptions {

	/** Docket's products at WooCommerce.com, one for each plan. Without one nothing is read, and nobody is asked. */
	public const PRODUCT_IDS = 'docket_marketplace_product_ids';

	private const MOST_ROWS       = 50;
	private const MOST_CHARACTERS = 200;

	/** Whether Docket is sold at WooCommerce.com, and this site is connected there. */
	public static function are_told(): bool {
		return array() !== self::product_ids() && ! empty( self::connection()['access_token'] );
	}

	/**
	 * Those of Docket that are in use on this site, in WooCommerce.com's own words.
	 *
	 * @return array[]|null Null when WooCommerce.com tells nothing: that is not the same as no subscription.
	 */
	public static function read(): ?array {
		$all = self::are_told() ? self::all() : null;
		if ( null === $all ) {
			return null;
		}
		$product_ids = self::product_ids();
		$site_id     = (int) ( self::connection()['site_id'] ?? 0 );
		$is_ours     = static fn ( mixed $row ): bool => is_array( $row )
			&& in_array( (int) ( $row['product_id'] ?? 0 ), $product_ids, true )
			&& in_array( $site_id, array_map( 'intval', (array) ( $row['connections'] ?? array() ) ), true );
		return array_map( array( self::class, 'row' ), array_slice( array_values( array_filter( $all, $is_ours ) ), 0, self::MOST_ROWS ) );
	}

	/** @return int[] */
	private static function product_ids(): array {
		/**
		 * The ids of Docket's products at WooCommerce.com.
		 *
		 * @param int[] $product_ids
		 */
		return array_values( array_filter( array_map( 'absint', (array) apply_filters( self::PRODUCT_IDS, array() ) ) ) );
	}

	/** How WooCommerce.com knows this site; empty when it does not. */
	private static function connection(): array {
		// In REST calls and scheduled work WooCommerce itself loads it only when it needs it.
		if ( ! class_exists( WC_Helper::class ) ) {
			include_once WC_ABSPATH . 'includes/admin/helper/class-wc-helper.php';
		}
		$connection = WC_Helper_Options::get( 'auth', array() );
		return is_array( $connection ) ? $connection : array();
	}

	/** A failed question leaves the same empty list as a merchant who has nothing. Then WooCommerce.com is asked once more. */
	private static function all(): ?array {
		$all = WC_Helper::get_subscriptions();
		if ( is_array( $all ) && array() !== $all ) {
			return $all;
		}
		$answer = WC_Helper_API::get( 'subscriptions', array( 'authenticated' => true ) );
		if ( is_wp_error( $answer ) || 200 !== (int) wp_remote_retrieve_response_code( $answer ) ) {
			return null;
		}
		$all = json_decode( wp_remote_retrieve_body( $answer ), true );
		return is_array( $all ) ? $all : null;
	}

	private static function row( array $row ): array {
		return array(
			'product_key'  => mb_substr( (string) ( $row['product_key'] ?? '' ), 0, self::MOST_CHARACTERS ),
			'product_name' => mb_substr( (string) ( $row['product_name'] ?? '' ), 0, self::MOST_CHARACTERS ),
			'expires'      => max( 0, (int) ( $row['expires'] ?? 0 ) ),
			'expired'      => (bool) ( $row['expired'] ?? true ),
			'autorenew'    => (bool) ( $row['autorenew'] ?? false ),
		);
	}
}
