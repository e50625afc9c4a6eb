<?php
declare( strict_types=1 );

namespace Docket\Connection;

/** The address that names this site. Plugins for languages give `home_url` another answer on each page, so it is not asked. */
final class SiteAddress {

	/** Without a slash at its end. */
	public static function home(): string {
		$home = rtrim( (string) get_option( 'home' ), '/' );
		return is_ssl() ? set_url_scheme( $home, 'https' ) : $home;
	}

	/** Where this site's REST API has a route. */
	public static function rest( string $route ): string {
		return str_replace( home_url(), self::home(), rest_url( $route ) );
	}
}
