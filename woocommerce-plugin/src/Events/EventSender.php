<?php
declare( strict_types=1 );

namespace Docket\Events;

use Docket\Connection\ConnectionStore;
use Docket\Connection\Credentials;
use Docket\Connection\SiteAddress;
use Docket\Service\Http;
use Docket\Service\ServiceAnswer;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceRequest;

/** Tells the service what happened to an order, by the contract of WooCommerce's own webhooks. */
final class EventSender {

	private const TIMEOUT_SECONDS = 15;

	public function __construct( private readonly ConnectionStore $connection ) {}

	/**
	 * Sends the order as it is now, once for each topic. An order that is gone is told as deleted.
	 *
	 * @param array<string, Topic> $topics
	 *
	 * @throws ServiceProblem When the service did not take it; `is_temporary` says whether to try again.
	 */
	public function send( int $order_id, array $topics ): void {
		$credentials = $this->connection->find();
		if ( null === $credentials ) {
			return;
		}
		$order = wc_get_order( $order_id );
		if ( $order && ! PlacedOrder::is( $order ) ) {
			return;
		}
		if ( ! $order && ! isset( $topics[ Topic::Deleted->value ] ) ) {
			return;
		}
		$body = $order ? OrderSnapshot::of( $order ) : ServiceRequest::encode( array( 'id' => $order_id ) );
		foreach ( $order ? $topics : array( Topic::Deleted ) as $topic ) {
			$this->post( $topic, $body, $credentials );
		}
	}

	private function post( Topic $topic, string $body, Credentials $credentials ): void {
		$name    = 'order.' . $topic->value;
		$headers = array(
			'Content-Type'              => 'application/json',
			'X-WC-Webhook-Source'       => SiteAddress::home() . '/',
			'X-WC-Webhook-Topic'        => $name,
			'X-WC-Webhook-Resource'     => 'order',
			'X-WC-Webhook-Event'        => $topic->value,
			'X-WC-Webhook-ID'           => '0',
			// Made of what is sent: the same order told again is the same event, a changed one never passes for it.
			'X-WC-Webhook-Delivery-ID'  => hash( 'sha256', $name . "\n" . $body ),
			'X-WC-Webhook-Signature'    => base64_encode( hash_hmac( 'sha256', $body, $credentials->secret, true ) ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- WooCommerce's contract.
		);

		$request = new ServiceRequest( 'POST', '', body: $body, timeout_seconds: self::TIMEOUT_SECONDS );
		$url     = $credentials->service_url . '/webhooks/woocommerce/' . rawurlencode( $credentials->shop_id );
		try {
			$answer = Http::send( $request, $url, $headers );
		} catch ( ServiceProblem $problem ) {
			$this->connection->note_problem( $problem->getMessage() );
			throw $problem;
		}
		$this->judge( $answer, $credentials );
	}

	private function judge( ServiceAnswer $answer, Credentials $credentials ): void {
		if ( $answer->is_ok() ) {
			$this->connection->note_contact();
			return;
		}
		// A 404 without these words is of something before the service, such as a proxy while the service starts.
		if ( 410 === $answer->status || 'not-found' === ( $answer->data()['error']['code'] ?? '' ) ) {
			$this->connection->save( $credentials->as_refused() );
			throw new ServiceProblem( 'shop-unknown', __( 'Docket no longer knows this shop. Connect it again in WooCommerce → Docket.', 'docket' ), $answer->status );
		}
		if ( 401 === $answer->status ) {
			$message = __( 'Docket does not accept this shop’s secret. Connect the shop again in WooCommerce → Docket.', 'docket' );
			$this->connection->note_problem( $message );
			throw new ServiceProblem( 'signature-refused', $message, 401 );
		}
		$slug = 404 === $answer->status ? 'service-unreachable' : 'event-refused';
		/* translators: %d: HTTP status such as 500. */
		$message = sprintf( __( 'Docket did not take the order (%d).', 'docket' ), $answer->status );
		throw new ServiceProblem( $slug, $message, $answer->status );
	}
}
