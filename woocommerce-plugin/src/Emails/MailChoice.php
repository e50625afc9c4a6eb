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
		return is_array( $off ) ? array_map( 'strval', $off ) : array();
	}

	/** The kind of document that a mail of WooCommerce carries; "" for none. */
	public static function attached_to( string $email_id ): string {
		$attached = self::attaches() ? get_option( self::ATTACHED, array() ) : array();
		return is_array( $attached ) ? (string) ( $attached[ $email_id ] ?? '' ) : '';
	}
}
