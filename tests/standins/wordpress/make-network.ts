import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { evaluatePhp, type PhpRun } from "./php.ts";

/** Makes a run's site the first of a network (multisite) whose other sites are folders: `/second/`. */
export async function makeNetwork(php: PhpRun): Promise<void> {
  await evaluatePhp(php, INSTALL);
  const file = path.join(php.siteFolder, "wp-config.php");
  const single = await readFile(file, "utf8");
  // The file is a link to the built site's.
  await rm(file);
  await writeFile(file, single.replace(ONE_ADDRESS, NETWORK));
  await evaluatePhp(php, FIT_OUT);
}

const INSTALL = `
  require_once ABSPATH . 'wp-admin/includes/upgrade.php';
  foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) { $wpdb->$table = $name; }
  // In a network every site has its address in its database.
  $url = home_url();
  foreach ( array( 'home', 'siteurl' ) as $option ) {
    remove_filter( "option_$option", "_config_wp_$option" );
    update_option( $option, $url );
  }
  install_network();
  $made = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@shop.example', 'Network', '/', false );
  if ( is_wp_error( $made ) ) { fwrite( STDERR, $made->get_error_message() ); exit( 1 ); }`;

const FIT_OUT = `
  update_network_option( null, 'using_application_passwords', true );
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  deactivate_plugins( 'woocommerce/woocommerce.php', true );
  $failure = activate_plugin( 'woocommerce/woocommerce.php', '', true, true );
  if ( is_wp_error( $failure ) ) { fwrite( STDERR, $failure->get_error_message() ); exit( 1 ); }`;

/** Lines of `site/wp-config.php` that give all sites one address. */
const ONE_ADDRESS = /define\( 'WP_HOME', .*\ndefine\( 'WP_SITEURL', .*\n/;
const NETWORK = `define( 'MULTISITE', true );
define( 'SUBDOMAIN_INSTALL', false );
define( 'DOMAIN_CURRENT_SITE', preg_replace( '#^https?://#', '', $docket_url ) );
define( 'PATH_CURRENT_SITE', '/' );
define( 'SITE_ID_CURRENT_SITE', 1 );
define( 'BLOG_ID_CURRENT_SITE', 1 );
`;
