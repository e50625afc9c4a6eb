<?php
declare( strict_types=1 );

namespace Docket\Orders;

use Docket\Service\ServiceProblem;

/**
 * Private notes on orders: what Docket issued and sent. What was noted stands with the note itself, not on the order, so that
 * noting changes no order.
 */
final class OrderNotes {

	private const META = 'docket_noted';

	public function __construct( private readonly OrderDocuments $documents ) {}

	/**
	 * Notes what is new on these orders.
	 *
	 * @param int[] $order_ids
	 *
	 * @return bool False while a document of theirs is on its way.
	 *
	 * @throws ServiceProblem When the service does not tell.
	 */
	public function look( array $order_ids ): bool {
		$is_settled = true;
		foreach ( $this->documents->of_orders( $order_ids ) as $documents ) {
			foreach ( $documents as $document ) {
				$this->note( $document );
				$is_settled = $is_settled && 'waiting' !== ( $document['delivery'] ?? null );
			}
		}
		return $is_settled;
	}

	/**
	 * Notes what an answer of the service says was done: one DocumentSummary, or the outcome of a bulk command.
	 *
	 * @param array $answer As decoded from JSON.
	 */
	public function note_answer( array $answer ): void {
		$documents = isset( $answer['documentId'] ) ? array( $answer ) : (array) ( $answer['done'] ?? array() );
		foreach ( $documents as $document ) {
			if ( is_array( $document ) ) {
				$this->note( $document );
			}
		}
	}

	/** @param array $document A DocumentSummary. */
	private function note( array $document ): void {
		$id = (string) ( $document['documentId'] ?? '' );
		if ( '' === $id || 'issued' !== ( $document['state'] ?? '' ) ) {
			return;
		}
		$name = DocumentWords::name( $document );
		/* translators: %s: document, such as "Invoice 2026-0042". */
		$this->note_once( $document, "$id:issued", sprintf( __( 'Docket: %s issued.', 'docket' ), $name ) );
		if ( ! empty( $document['sentAt'] ) ) {
			/* translators: %s: document, such as "Invoice 2026-0042". */
			$this->note_once( $document, "$id:sent:{$document['sentAt']}", sprintf( __( 'Docket: %s sent.', 'docket' ), $name ) );
		}
		if ( 'failed' === ( $document['delivery'] ?? null ) ) {
			/* translators: %s: document, such as "Invoice 2026-0042". */
			$this->note_once( $document, "$id:failed", sprintf( __( 'Docket: %s could not be delivered. Open it in WooCommerce → Docket to see why.', 'docket' ), $name ) );
		}
	}

	private function note_once( array $document, string $what, string $text ): void {
		$order_id = (int) ( $document['orderId'] ?? 0 );
		// Not get_comments: WooCommerce hides the notes of orders from it.
		$noted = $order_id > 0 ? wc_get_order_notes(
			array(
				'order_id'   => $order_id,
				'limit'      => 1,
				'meta_key'   => self::META, // phpcs:ignore WordPress.DB.SlowDBQuery -- among one order's notes.
				'meta_value' => $what, // phpcs:ignore WordPress.DB.SlowDBQuery -- among one order's notes.
			)
		) : array();
		$order = $order_id > 0 && ! $noted ? wc_get_order( $order_id ) : false;
		if ( $order ) {
			add_comment_meta( $order->add_order_note( $text ), self::META, $what );
		}
	}
}
