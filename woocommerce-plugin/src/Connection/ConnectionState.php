<?php
declare( strict_types=1 );

namespace Docket\Connection;

enum ConnectionState: string {

	case None      = 'none';
	case Connected = 'connected';
	/** The database came here from another address: a copy must not send orders in the name of the shop it was copied from. */
	case Moved     = 'moved';
	/** The service knows the shop no more. */
	case Refused   = 'refused';

	public function title(): string {
		return match ( $this ) {
			self::Connected => __( 'Connected to Docket', 'docket' ),
			self::None => __( 'Connect your shop', 'docket' ),
			self::Moved => __( 'This shop has another address than when it was connected to Docket', 'docket' ),
			self::Refused => __( 'Docket no longer knows this shop', 'docket' ),
		};
	}

	public function explanation(): string {
		return match ( $this ) {
			self::Connected => __( 'Orders are sent to Docket as they change.', 'docket' ),
			self::None => __( 'One click, and Docket makes the invoices and other documents of your orders. There is nothing to copy.', 'docket' ),
			self::Moved => __( 'Nothing is sent, so that a copy of your shop makes no invoices. Is this the real shop, under a new address? Then connect it again. Is it a copy for trying things out? Then leave it like this.', 'docket' ),
			self::Refused => __( 'It was disconnected at Docket. Nothing is sent. Connect it again, and the orders of the meantime are sent too.', 'docket' ),
		};
	}
}
