<?php
declare( strict_types=1 );

namespace Docket\Admin;

use Docket\Connection\Connection;
use Docket\Orders\OrderScreens;
use Docket\Service\ServiceProblem;

/** The buttons of the connection: each is one click with a nonce of its own, and ends with a sentence that says what happened. */
final class ConnectionActions {

	private const PREFIX = 'docket_connection_';
	private const NOTICE = 'docket_notice';
	private const TASKS  = array( 'connect', 'test', 'rotate', 'disconnect' );

	public function __construct( private readonly Connection $connection ) {}

	public function register(): void {
		foreach ( self::TASKS as $task ) {
			add_action( 'admin_post_' . self::PREFIX . $task, fn () => $this->run( $task ) );
		}
		add_action( 'admin_notices', array( $this, 'show_notice' ) );
	}

	public static function url( string $task ): string {
		return wp_nonce_url( admin_url( 'admin-post.php?action=' . self::PREFIX . $task ), self::PREFIX . $task );
	}

	public function show_notice(): void {
		$notice = get_transient( self::notice_key() );
		if ( is_array( $notice ) && current_user_can( OrderScreens::CAPABILITY ) ) {
			delete_transient( self::notice_key() );
			wp_admin_notice( esc_html( (string) $notice['text'] ), array( 'type' => (string) $notice['type'], 'dismissible' => true ) );
		}
	}

	private function run( string $task ): void {
		check_admin_referer( self::PREFIX . $task );
		if ( ! current_user_can( OrderScreens::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not do this.', 'docket' ), '', array( 'response' => 403 ) );
		}
		try {
			self::tell( $this->do_task( $task ), 'success' );
		} catch ( ServiceProblem $problem ) {
			self::tell( $problem->getMessage(), 'error' );
		}
		wp_safe_redirect( 'connect' === $task ? Menu::url() : SettingsTab::url() );
		exit;
	}

	private function do_task( string $task ): string {
		switch ( $task ) {
			case 'connect':
				$this->connection->connect();
				return __( 'The shop is connected. Complete your details, and documents are made by themselves.', 'docket' );
			case 'rotate':
				$this->connection->rotate();
				return __( 'The shop has a new secret. The old one opens nothing any more.', 'docket' );
			case 'disconnect':
				return $this->connection->disconnect()
					? __( 'The shop is disconnected. Its documents stay with Docket.', 'docket' )
					: __( 'The shop is disconnected here. Docket could not be told; it simply hears no more of this shop.', 'docket' );
			default:
				$domain = (string) ( $this->connection->test()['domain'] ?? '' );
				/* translators: %s: the shop's domain as the service knows it. */
				return sprintf( __( 'The connection works. Docket knows this shop as %s.', 'docket' ), $domain );
		}
	}

	private static function tell( string $text, string $type ): void {
		set_transient( self::notice_key(), array( 'text' => $text, 'type' => $type ), MINUTE_IN_SECONDS );
	}

	private static function notice_key(): string {
		return self::NOTICE . '_' . get_current_user_id();
	}
}
