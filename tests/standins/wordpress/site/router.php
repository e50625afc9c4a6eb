<?php
/**
 * Serves a site from PHP's own server: files as they are, folders by their index.php, all else by WordPress.
 *
 * @package Docket
 */

$docket_root = $_SERVER['DOCUMENT_ROOT'];
$docket_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

if ( str_contains( $docket_path, '/.' ) ) {
	http_response_code( 404 );
	return true;
}
if ( '/' !== $docket_path && is_file( $docket_root . $docket_path ) ) {
	return false;
}
$docket_script = '/index.php';
if ( '/' !== $docket_path && is_file( $docket_root . rtrim( $docket_path, '/' ) . '/index.php' ) ) {
	if ( ! str_ends_with( $docket_path, '/' ) ) {
		header( 'Location: ' . $docket_path . '/' );
		return true;
	}
	$docket_script = $docket_path . 'index.php';
}
// WordPress asks these, not the path, on which page it is.
$_SERVER['SCRIPT_NAME']     = $docket_script;
$_SERVER['PHP_SELF']        = $docket_script;
$_SERVER['SCRIPT_FILENAME'] = $docket_root . $docket_script;
chdir( dirname( $docket_root . $docket_script ) );
require $docket_root . $docket_script;
return true;
