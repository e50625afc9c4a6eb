<?php
declare( strict_types=1 );

namespace Docket\Events;

/** What can happen to an order, as `X-WC-Webhook-Topic` says it: `order.paid`. In the order in which the service should hear it. */
enum Topic: string {

	case Created   = 'created';
	case Updated   = 'updated';
	case Paid      = 'paid';
	case Completed = 'completed';
	case Refunded  = 'refunded';
	case Cancelled = 'cancelled';
	case Restored  = 'restored';
	case Deleted   = 'deleted';

	/**
	 * Reads a list such as "paid,completed"; what is no topic is left out.
	 *
	 * @return array<string, self> By their text, in the order to tell them.
	 */
	public static function read( string $list ): array {
		$given  = explode( ',', $list );
		$topics = array();
		foreach ( self::cases() as $topic ) {
			if ( in_array( $topic->value, $given, true ) ) {
				$topics[ $topic->value ] = $topic;
			}
		}
		return $topics;
	}

	/** @param array<string, self> $topics By their text. */
	public static function write( array $topics ): string {
		return implode( ',', array_keys( $topics ) );
	}
}
