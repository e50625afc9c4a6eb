<?php
declare( strict_types=1 );

namespace Docket;

/** Translations. A region without its own file reads its language's: nl_BE reads nl_NL. */
final class Languages {

	private const FILES = array(
		'nl' => 'nl_NL',
		'fr' => 'fr_FR',
		'de' => 'de_DE',
	);

	public static function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( 'docket', false, dirname( plugin_basename( DOCKET_FILE ) ) . '/languages' ) );
		add_filter( 'load_translation_file', array( self::class, 'find_file' ), 10, 2 );
		add_filter( 'load_script_translation_file', array( self::class, 'find_script_file' ), 10, 3 );
	}

	public static function find_file( mixed $file, mixed $domain ): mixed {
		return 'docket' === $domain ? self::readable( $file ) : $file;
	}

	public static function find_script_file( mixed $file, mixed $handle, mixed $domain ): mixed {
		return 'docket' === $domain ? self::readable( $file ) : $file;
	}

	private static function readable( mixed $file ): mixed {
		if ( ! is_string( $file ) || is_readable( $file ) || 1 !== preg_match( '/docket-(([a-z]{2})_\w+)(?=[.-])[^\/]*$/', $file, $found ) ) {
			return $file;
		}
		$fallback = self::FILES[ $found[2] ] ?? '';
		return '' === $fallback ? $file : dirname( $file ) . '/' . str_replace( $found[1], $fallback, basename( $file ) );
	}
}
