<?php
declare( strict_types=1 );

namespace Docket;

/** The sites of a network, each with its own connection; without a network, this site. */
final class Network {

	/** @param callable(): void $task Runs in each site in turn. */
	public static function each_site( callable $task ): void {
		if ( ! is_multisite() ) {
			$task();
			return;
		}
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
			switch_to_blog( (int) $site_id );
			$task();
			restore_current_blog();
		}
	}
}
