<?php
declare( strict_types=1 );

namespace Docket\Connection;

use Docket\Billing\SubscriptionReporter;
use Docket\Emails\MailChoice;
use Docket\Events\Sweep;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceRequest;
use Docket\Service\ServiceUrl;

/** Makes, changes and ends the connection with the service. */
final class Connection {

	/** The service asks this site back before it answers. */
	private const CONNECT_SECONDS = 40;

	public function __construct(
		private readonly ConnectionStore $store,
		private readonly ServiceClient $service
	) {}

	/**
	 * Proves that this site is ours and keeps the secret that the service gives for it. A connected site gets a new secret.
	 *
	 * @throws ServiceProblem When the service cannot be reached or could not verify the site.
	 */
	public function connect(): void {
		$service_url = ServiceUrl::check( ServiceUrl::configured() );
		$facts       = SiteFacts::collect() + array(
			'verifyUrl' => SiteAddress::rest( 'docket/v1/verify' ),
			'proof'     => OwnershipProof::begin(),
		);
		try {
			$given = $this->service->ask_unsigned( ServiceRequest::json( 'POST', '/connect', $facts, self::CONNECT_SECONDS ), $service_url )->data();
		} finally {
			OwnershipProof::end();
		}
		if ( empty( $given['shopId'] ) || empty( $given['secret'] ) ) {
			throw self::without_secret();
		}
		$this->store->forget();
		$this->store->save( new Credentials( (string) $given['shopId'], (string) $given['secret'], $service_url, SiteAddress::home(), time() ) );
		$this->store->note_contact();
		MailChoice::begin();
		Sweep::begin();
		SubscriptionReporter::begin();
	}

	/** Asks for a new secret; from then on the old one opens nothing. */
	public function rotate(): void {
		$given       = $this->service->json( 'POST', '/connection/rotate' );
		$credentials = $this->store->stored();
		if ( empty( $given['secret'] ) || null === $credentials ) {
			throw self::without_secret();
		}
		$this->store->save( $credentials->with_secret( (string) $given['secret'] ) );
	}

	/** Ends the connection here in any case; false when the service could not be told. Documents stay with the service. */
	public function disconnect(): bool {
		try {
			$this->service->ask( new ServiceRequest( 'DELETE', '/connection' ) );
			$is_told = true;
		} catch ( ServiceProblem $problem ) {
			$is_told = ConnectionState::Connected !== $this->store->state();
		}
		$this->store->forget();
		Sweep::end();
		SubscriptionReporter::end();
		return $is_told;
	}

	/**
	 * Asks the service how it sees this shop.
	 *
	 * @return array{state: string, domain: string, lastEventAt: string|null}
	 */
	public function test(): array {
		return $this->service->json( 'GET', '/connection' );
	}

	private static function without_secret(): ServiceProblem {
		return new ServiceProblem( 'no-secret', __( 'Docket answered without a secret. Try again; if it stays so, write to Docket’s support.', 'docket' ) );
	}
}
