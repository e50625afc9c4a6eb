<?php
declare( strict_types=1 );

namespace Docket\Admin;

use Docket\Connection\ConnectionState;
use Docket\Connection\ConnectionStore;
use Docket\Orders\OrderScreens;

/** On the dashboard and beside the orders: that no documents are made at present, and where to mend it. */
final class ConnectionNotice {

	/** A service that is away for shorter needs nobody. The sweep calls it daily, so that a shop without orders hears from it too. */
	private const SILENT_SECONDS = 36 * HOUR_IN_SECONDS;

	public function __construct( private readonly ConnectionStore $connection ) {}

	public function register(): void {
		add_action( 'admin_notices', array( $this, 'show' ) );
	}

	public function show(): void {
		if ( ! current_user_can( OrderScreens::CAPABILITY ) || ! self::is_here( get_current_screen() ) ) {
			return;
		}
		$said = $this->what_is_wrong();
		if ( null !== $said ) {
			[ $title, $explanation ] = $said;
			$link = sprintf( '<a href="%s">%s</a>', esc_url( SettingsTab::url() ), esc_html__( 'See the connection', 'docket' ) );
			wp_admin_notice( sprintf( '<strong>%s</strong> %s %s', esc_html( $title ), esc_html( $explanation ), $link ), array( 'type' => 'warning' ) );
		}
	}

	private static function is_here( ?\WP_Screen $screen ): bool {
		return 'dashboard' === $screen?->id || OrderScreens::is_list( $screen ) || OrderScreens::is_order( $screen );
	}

	/** @return array{string, string}|null Title and explanation; null while all is well, and before the shop was ever connected. */
	private function what_is_wrong(): ?array {
		$state = $this->connection->state();
		if ( ConnectionState::None === $state ) {
			return null;
		}
		if ( ConnectionState::Connected !== $state ) {
			return array( $state->title() . '.', $state->explanation() );
		}
		$contact = $this->connection->contact();
		if ( '' === $contact['problem'] || time() - $contact['at'] < self::SILENT_SECONDS ) {
			return null;
		}
		return array(
			__( 'Docket has not answered for more than a day.', 'docket' ),
			__( 'Documents of new orders wait. Nothing is lost: the orders are sent once it answers.', 'docket' ),
		);
	}
}
