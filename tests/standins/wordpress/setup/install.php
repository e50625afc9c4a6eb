<?php
/**
 * Installs WordPress with the users that tests log in as. Every password is "password".
 *
 * @package Docket
 */

define( 'WP_INSTALLING', true );
require './wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Winkel Peeters', 'admin', 'admin@shop.example', false, '', 'password' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Europe/Brussels' );
// WordPress asks after half a year whether the address is still right, in the way of whoever logs in.
update_option( 'admin_email_lifespan', time() + 10 * YEAR_IN_SECONDS );
