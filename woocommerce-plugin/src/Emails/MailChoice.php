<?php
declare( strict_types=1 );

namespace Docket\Emails;

/**
 * Who mails a document: Docket, and the chosen mails of WooCommerce are off; or WooCommerce, with the document attached to the
 * chosen mails. One or the other, so that no customer gets two mails for one thing.
 */
final class MailChoice {

	public const MODE        = 'docket_mail_mode';
	public const DOCKET      = 'docket';
	public const WOOCOMMERCE = 'woocommerce';
	public const OFF         = 'docket_mails_off';
	public const ATTACHED    = 'docket_mails_attach';

	private const REFUNDED        = 'customer_refunded_order';
	/** What WooCommerce calls the same mail while it tells of a part of the order. */
	private const PARTLY_REFUNDED = 'customer_partially_refunded_order';

	/** Options that every page reads stand among those that WordPress loads at once. */
	public static function begin(): void {
		add_option( self::MODE, self::DOCKET );
		add_option( self::OFF, array() );
		add_option( self::ATTACHED, array() );
	}

	public static function attaches(): bool {
		return self::WOOCOMMERCE === get_option( self::MODE );
	}

	/** @return string[] Ids of WooCommerce's mails that Docket's take the place of. */
	public static function mails_off(): array {
		$off = self::attaches() ? array() : get_option( self::OFF, array() );
		$off = is_array( $off ) ? array_map( 'strval', $off ) : array();
		return in_array( self::REFUNDED, $off, true ) ? array( ...$off, self::PARTLY_REFUNDED ) : $off;
	}

	/** The kind of document that a mail of WooCommerce carries; "" for none. */
	public static function attached_to( string $email_id ): string {
		$attached = self::attaches() ? get_option( self::ATTACHED, array() ) : array();
		$chosen   = self::PARTLY_REFUNDED === $email_id ? self::REFUNDED : $email_id;
		return is_array( $attached ) ? (string) ( $attached[ $chosen ] ?? '' ) : '';
	}
}
