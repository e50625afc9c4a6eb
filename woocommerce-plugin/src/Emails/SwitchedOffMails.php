<?php
declare( strict_types=1 );

namespace Docket\Emails;

use Docket\Connection\ConnectionStore;

/** Where Docket mails the documents, the chosen mails of WooCommerce stay home. Without a connection they all go. */
final class SwitchedOffMails {

	public function __construct( private readonly ConnectionStore $connection ) {}

	public function register(): void {
		foreach ( MailChoice::mails_off() as $email_id ) {
			add_filter( "woocommerce_email_enabled_$email_id", array( $this, 'is_enabled' ) );
		}
	}

	public function is_enabled( mixed $is_enabled ): mixed {
		return null === $this->connection->find() ? $is_enabled : false;
	}
}
