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
		$is_wanted = static fn ( array $document ): bool => $kind === ( $document['kind'] ?? '' ) && '' === ( $document['part'] ?? '' );
		return $this->take_further( $order_id, $is_wanted, "/orders/$order_id/documents", array( 'kind' => $kind, 'how' => $how ) );
	}

	/**
	 * Makes the credit note of a refund, or takes the one it has a step further.
	 *
	 * @throws ServiceProblem When it was not made.
	 */
	public function credit( int $order_id, int $refund_id, string $how ): array {
		$is_wanted = static fn ( array $document ): bool => "refund:$refund_id" === ( $document['part'] ?? '' );
		$wanted    = array(
			'refundId'  => (string) $refund_id,
			'elsewhere' => null,
			'how'       => $how,
		);
		return $this->take_further( $order_id, $is_wanted, "/orders/$order_id/credit-notes", $wanted );
	}

	/** A rule of the service may issue the same document at this very moment: it is one document either way, and sent if it is to be. */
	private function take_further( int $order_id, callable $is_wanted, string $path, array $wanted ): array {
		$this->outbox->push( $order_id );
		$is_sending = 'issueAndSend' === $wanted['how'];
		$issued     = $this->find_issued( $order_id, $is_wanted );
		if ( null !== $issued ) {
			return $is_sending ? $this->send_again( $issued ) : $issued;
		}
		try {
			$made = $this->service->json( 'POST', $path, $wanted );
		} catch ( ServiceProblem $problem ) {
			$made = 'already-issued' === $problem->slug ? $this->find_issued( $order_id, $is_wanted ) : null;
			if ( null === $made ) {
				throw $problem;
			}
		}
		return $is_sending && empty( $made['delivery'] ) && empty( $made['sentAt'] ) ? $this->send_again( $made ) : $made;
	}

	private function find_issued( int $order_id, callable $is_wanted ): ?array {
		foreach ( $this->of_orders( array( $order_id ) )[ $order_id ] as $document ) {
			if ( 'issued' === ( $document['state'] ?? '' ) && $is_wanted( $document ) ) {
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
