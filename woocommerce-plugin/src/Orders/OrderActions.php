<?php
declare( strict_types=1 );

namespace Docket\Orders;

use Docket\Admin\Menu;
use Docket\Service\ServiceProblem;
use WC_Admin_Meta_Boxes;
use WC_Order;

/** The "Order actions" of the order screen: preview, issue, issue and send, for each kind of document. */
final class OrderActions {

	private const PREFIX = 'docket_';
	/** How far each action takes the document. */
	private const HOW = array(
		'issue'   => 'issue',
		'send'    => 'issueAndSend',
		'preview' => 'draft',
	);

	public function __construct(
		private readonly OrderDocuments $documents,
		private readonly OrderNotes $notes
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', array( $this, 'offer' ) );
		foreach ( array_keys( DocumentWords::kinds_to_make() ) as $kind ) {
			foreach ( self::HOW as $action => $how ) {
				add_action(
					'woocommerce_order_action_' . self::PREFIX . $action . '_' . self::slug( $kind ),
					fn ( WC_Order $order ) => $this->run( $order, $kind, $how )
				);
			}
		}
	}

	/** @param mixed $actions Labels by action. */
	public function offer( mixed $actions ): mixed {
		if ( ! is_array( $actions ) || ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return $actions;
		}
		foreach ( DocumentWords::kinds_to_make() as $kind => $name ) {
			$labels = array(
				/* translators: %s: kind of document. */
				'issue'   => __( 'Docket: %s – issue', 'docket' ),
				/* translators: %s: kind of document. */
				'send'    => __( 'Docket: %s – issue and send', 'docket' ),
				/* translators: %s: kind of document. */
				'preview' => __( 'Docket: %s – preview', 'docket' ),
			);
			foreach ( $labels as $action => $label ) {
				$actions[ self::PREFIX . $action . '_' . self::slug( $kind ) ] = sprintf( $label, $name );
			}
		}
		return $actions;
	}

	private function run( WC_Order $order, string $kind, string $how ): void {
		if ( ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return;
		}
		try {
			$document = $this->documents->make( $order->get_id(), $kind, $how );
		} catch ( ServiceProblem $problem ) {
			WC_Admin_Meta_Boxes::add_error( self::explain( $problem ) );
			return;
		}
		$this->notes->note_answer( $document );
		if ( 'draft' === $how ) {
			self::show( (string) ( $document['documentId'] ?? '' ) );
		}
	}

	/** Why it was not done and, where the plan is full, the way on. As HTML. */
	private static function explain( ServiceProblem $problem ): string {
		$text = esc_html( $problem->getMessage() );
		if ( 'allowance-reached' !== $problem->slug ) {
			return $text;
		}
		return sprintf( '%s <a href="%s">%s</a>', $text, esc_url( Menu::plan_url() ), esc_html__( 'See your plan', 'docket' ) );
	}

	/** Saving an order ends in a redirect, on either screen; this one leads to the PDF. */
	private static function show( string $document_id ): void {
		$url = DocumentFile::url( $document_id );
		add_filter( 'woocommerce_redirect_order_location', static fn () => $url );
		add_filter( 'redirect_post_location', static fn () => $url );
	}

	/** Action names are lower case: `order_confirmation`. */
	private static function slug( string $kind ): string {
		return strtolower( (string) preg_replace( '/[A-Z]/', '_$0', $kind ) );
	}
}
