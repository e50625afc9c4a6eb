<?php
declare( strict_types=1 );

namespace Docket\Orders;

use Docket\Events\Outbox;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;

/** The documents of orders, as the service has them. */
final class OrderDocuments {

	public function __construct(
		private readonly ServiceClient $service,
		private readonly Outbox $outbox
	) {}

	/**
	 * Documents of several orders in one call, newest first.
	 *
	 * @param int[] $order_ids
	 *
	 * @return array<int, array[]> Lists of DocumentSummary by order id.
	 *
	 * @throws ServiceProblem When the service does not tell.
	 */
	public function of_orders( array $order_ids, int $timeout_seconds = 20 ): array {
		if ( ! $order_ids ) {
			return array();
		}
		$answer    = $this->service->json( 'POST', '/orders/documents', array( 'orderIds' => array_map( 'strval', $order_ids ) ), $timeout_seconds );
		$documents = array();
		foreach ( $order_ids as $order_id ) {
			$documents[ $order_id ] = array_values( array_filter( (array) ( $answer[ $order_id ] ?? array() ), 'is_array' ) );
		}
		return $documents;
	}

	/**
	 * Makes a document of the order as it is now, or takes the one it has a step further.
	 *
	 * @param string $kind Any but a credit note.
	 * @param string $how  `draft`, `issue` or `issueAndSend`.
	 *
	 * @return array Its DocumentSummary.
	 *
	 * @throws ServiceProblem When it was not made: what the document doctor refused waits as a draft.
	 */
	public function make( int $order_id, string $kind, string $how ): array {
		$this->outbox->push( $order_id );
		$issued = $this->find_issued( $order_id, $kind );
		if ( null === $issued ) {
			return $this->service->json( 'POST', "/orders/$order_id/documents", array( 'kind' => $kind, 'how' => $how ) );
		}
		return 'issueAndSend' === $how ? $this->send_again( $issued ) : $issued;
	}

	/**
	 * Makes the credit note of a refund.
	 *
	 * @throws ServiceProblem When it was not made.
	 */
	public function credit( int $order_id, int $refund_id, string $how ): array {
		$this->outbox->push( $order_id );
		foreach ( $this->of_orders( array( $order_id ) )[ $order_id ] as $document ) {
			if ( 'refund:' . $refund_id === ( $document['part'] ?? '' ) && 'issued' === $document['state'] ) {
				return $document;
			}
		}
		$wanted = array(
			'refundId'  => (string) $refund_id,
			'elsewhere' => null,
			'how'       => $how,
		);
		return $this->service->json( 'POST', "/orders/$order_id/credit-notes", $wanted );
	}

	/** The document of this kind that is about the order as a whole, not about a refund or an edit. */
	private function find_issued( int $order_id, string $kind ): ?array {
		foreach ( $this->of_orders( array( $order_id ) )[ $order_id ] as $document ) {
			if ( $kind === ( $document['kind'] ?? '' ) && 'issued' === ( $document['state'] ?? '' ) && '' === ( $document['part'] ?? '' ) ) {
				return $document;
			}
		}
		return null;
	}

	private function send_again( array $document ): array {
		$outcome = $this->service->json(
			'POST',
			'/documents/commands',
			array(
				'intent'      => 'send',
				'documentIds' => array( $document['documentId'] ),
				'requestId'   => wp_generate_uuid4(),
			)
		);
		if ( ! empty( $outcome['problems'] ) ) {
			throw new ServiceProblem( 'not-sent', (string) $outcome['problems'][0]['message'], 409 );
		}
		return $outcome['done'][0] ?? $document;
	}
}
