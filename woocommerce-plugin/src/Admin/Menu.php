<?php
declare( strict_types=1 );

namespace Docket\Admin;

use Docket\Connection\ConnectionState;
use Docket\Connection\ConnectionStore;
use Docket\Orders\OrderScreens;

/** WooCommerce → Docket: the admin page, or the way to connect while there is nothing else to see. */
final class Menu {

	public const PAGE    = 'docket';
	private const HANDLE = 'docket-admin';
	/** After WooCommerce's own pages. */
	private const PRIORITY = 60;

	private string $hook = '';

	public function __construct(
		private readonly ConnectionStore $connection,
		private readonly ConnectionCard $card
	) {}

	public function register(): void {
		add_action( 'admin_menu', array( $this, 'add' ), self::PRIORITY );
		add_action( 'admin_enqueue_scripts', array( $this, 'enqueue' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( DOCKET_FILE ), array( $this, 'link' ) );
	}

	public static function url(): string {
		return admin_url( 'admin.php?page=' . self::PAGE );
	}

	public static function plan_url(): string {
		return self::url() . '&screen=plan';
	}

	public function add(): void {
		$this->hook = (string) add_submenu_page( 'woocommerce', 'Docket', 'Docket', OrderScreens::CAPABILITY, self::PAGE, array( $this, 'show' ) );
	}

	public function link( array $links ): array {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( self::url() ), esc_html__( 'Open', 'docket' ) );
		return array( 'docket' => $link ) + $links;
	}

	public function show(): void {
		echo '<div class="wrap">';
		if ( ! is_readable( self::build_folder() . 'index.asset.php' ) ) {
			wp_admin_notice( esc_html__( 'Docket’s pages are missing from this copy of the plugin. Install it again from its ZIP.', 'docket' ), array( 'type' => 'error' ) );
		}
		if ( ConnectionState::Connected === $this->connection->state() ) {
			// The page's own headings follow; notices of other plugins go above them.
			echo '<h1 class="screen-reader-text">Docket</h1><hr class="wp-header-end"><div id="docket-admin"></div>';
			echo '<noscript><p>' . esc_html__( 'Docket needs JavaScript.', 'docket' ) . '</p></noscript>';
		} else {
			echo '<h1>Docket</h1><hr class="wp-header-end">';
			$this->card->show();
		}
		echo '</div>';
	}

	public function enqueue( string $hook ): void {
		if ( '' === $this->hook || $hook !== $this->hook || ConnectionState::Connected !== $this->connection->state() ) {
			return;
		}
		if ( ! is_readable( self::build_folder() . 'index.asset.php' ) ) {
			return;
		}
		// It puts pictures in the place of emoji behind React's back: the row of Zoë 🙂 would keep her name when it shows another order.
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		$asset = require self::build_folder() . 'index.asset.php';
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/index.js', DOCKET_FILE ), $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'docket', dirname( DOCKET_FILE ) . '/languages' );
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/style-index.css', DOCKET_FILE ), array( 'wp-components' ), $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
		wp_add_inline_script( self::HANDLE, 'window.docketAdmin = ' . wp_json_encode( self::facts(), JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}

	private static function build_folder(): string {
		return dirname( DOCKET_FILE ) . '/build/';
	}

	/** What the page cannot know by itself. WordPress adds the REST root and its nonce; a secret is never in a page. */
	private static function facts(): array {
		return array(
			'userLocale'    => str_replace( '_', '-', get_user_locale() ),
			'connectionUrl' => SettingsTab::url(),
			'orderUrl'      => self::order_url(),
		);
	}

	/** Where WooCommerce shows an order: its id follows. */
	private static function order_url(): string {
		$uses_tables = class_exists( \Automattic\WooCommerce\Utilities\OrderUtil::class )
			&& \Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled();
		return admin_url( $uses_tables ? 'admin.php?page=wc-orders&action=edit&id=' : 'post.php?action=edit&post=' );
	}
}
