<?php
/**
 * Docket\Orders\OrderPanel is in src/Orders/OrderPanel.php.
 *
 * @package Docket
 */

declare( strict_types=1 );

spl_autoload_register(
	static function ( string $class_name ): void {
		if ( ! str_starts_with( $class_name, 'Docket\\' ) ) {
			return;
		}
		$file = __DIR__ . '/' . str_replace( '\\', '/', substr( $class_name, strlen( 'Docket\\' ) ) ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	}
);
