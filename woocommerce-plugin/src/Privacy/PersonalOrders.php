<?php
declare( strict_types=1 );

namespace Docket\Privacy;

/** The orders of an e-mail address, as WooCommerce's own exporter finds them: those billed to it, and those of its account. */
final class PersonalOrders {

	/** @return string[] Ids. */
	public static function of( string $email ): array {
		$user = get_user_by( 'email', $email );
		$asked = array(
			'type'   => 'shop_order',
			'limit'  => -1,
			'return' => 'ids',
		);
		$ids = wc_get_orders( $asked + array( 'billing_email' => $email ) );
		if ( $user ) {
			$ids = array_merge( $ids, wc_get_orders( $asked + array( 'customer_id' => $user->ID ) ) );
		}
		return array_map( 'strval', array_values( array_unique( $ids ) ) );
	}
}
