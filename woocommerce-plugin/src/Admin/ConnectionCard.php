<?php
declare( strict_types=1 );

namespace Docket\Admin;

use Docket\Connection\ConnectionState;
use Docket\Connection\ConnectionStore;
use Docket\Service\ServiceUrl;

/** The connection in words, with the buttons that change it. */
final class ConnectionCard {

	public function __construct( private readonly ConnectionStore $connection ) {}

	public function show(): void {
		$state = $this->connection->state();
		echo '<div class="card docket-connection">';
		printf( '<h2>%s</h2><p>%s</p>', esc_html( $state->title() ), esc_html( $state->explanation() ) );
		if ( ConnectionState::Connected === $state ) {
			$this->show_facts();
			echo '<p>';
			self::button( 'test', __( 'Test the connection', 'docket' ), 'primary' );
			self::button( 'rotate', __( 'Renew the secret', 'docket' ) );
			self::button( 'disconnect', __( 'Disconnect', 'docket' ), 'delete', __( 'Disconnect this shop from Docket? Orders are no longer sent. Documents that were made stay with Docket.', 'docket' ) );
			echo '</p>';
		} else {
			/* translators: %s: address of the service. */
			printf( '<p>%s</p><p>', esc_html( sprintf( __( 'Your shop’s name and address, and from then on its orders, are sent to %s, which makes the documents.', 'docket' ), ServiceUrl::configured() ) ) );
			self::button( 'connect', __( 'Connect this shop', 'docket' ), 'primary' );
			echo '</p>';
		}
		echo '</div>';
	}

	private function show_facts(): void {
		$stored  = $this->connection->stored();
		$contact = $this->connection->contact();
		$facts   = array(
			__( 'Service', 'docket' )      => (string) $stored?->service_url,
			__( 'Connected', 'docket' )    => self::moment( (int) $stored?->connected_at ),
			__( 'Last contact', 'docket' ) => self::moment( $contact['at'] ),
		);
		if ( '' !== $contact['problem'] ) {
			$facts[ __( 'Problem', 'docket' ) ] = $contact['problem'];
		}
		echo '<table class="form-table" role="presentation"><tbody>';
		foreach ( $facts as $name => $value ) {
			printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $name ), esc_html( $value ) );
		}
		echo '</tbody></table>';
	}

	private static function moment( int $at ): string {
		return 0 === $at ? __( 'Never', 'docket' ) : (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $at );
	}

	/** A link, as the card can stand inside a form of WooCommerce's settings. Its nonce is good for one kind of click. */
	private static function button( string $task, string $label, string $look = 'secondary', string $question = '' ): void {
		printf(
			'<a class="button %s" href="%s"%s>%s</a> ',
			esc_attr( 'delete' === $look ? 'button-link-delete' : "button-$look" ),
			esc_url( ConnectionActions::url( $task ) ),
			'' === $question ? '' : sprintf( ' onclick="return confirm(%s)"', esc_attr( (string) wp_json_encode( $question ) ) ),
			esc_html( $label )
		);
	}
}
