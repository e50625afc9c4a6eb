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
}
