<?php
declare( strict_types=1 );

use Docket\Connection\Connection;
use Docket\Connection\ConnectionStore;
use Docket\Emails\MailChoice;
use Docket\Service\ServiceClient;
use Docket\Service\ServiceUrl;
use PHPUnit\Framework\TestCase;

/** A shop that is connected to the service of the tests. Orders of earlier tests stay; each test looks at its own. */
abstract class ShopTestCase extends TestCase {

	protected ConnectionStore $connection;
	protected ServiceClient $service;
	/** @var array<string, array> Of the browsers in which somebody has logged in. */
	private array $cookies = array();

	protected function setUp(): void {
		wp_set_current_user( 1 );
		array_map( 'unlink', glob( getenv( 'SERVICE_STATE' ) . '/*' ) );
		$this->service_is( array() );
		update_option( ServiceUrl::OPTION, getenv( 'SERVICE_URL' ) );
		update_option( MailChoice::MODE, MailChoice::DOCKET );
		$this->connection = new ConnectionStore();
		$this->service    = new ServiceClient( $this->connection );
		$this->connection->forget();
		$this->connect();
		as_unschedule_all_actions( '', array(), 'docket' );
	}

	protected function connect(): void {
		( new Connection( $this->connection, $this->service ) )->connect();
	}

	protected function place_order( string $status = 'pending', string $email = 'lotte@example.com' ): WC_Order {
		$order = wc_create_order( array( 'status' => 'pending' ) );
		$order->set_billing_email( $email );
		$order->set_billing_country( 'BE' );
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( 'mug' ) ), 2 );
		$order->calculate_totals();
		if ( 'paid' === $status ) {
			$order->payment_complete( 'transaction' );
		}
		return wc_get_order( $order->get_id() );
	}

	/** What happens when a request ends. */
	protected function end_request(): void {
		do_action( 'shutdown' );
	}

	/** Runs the plugin's actions that are due, and those that follow from them at once. */
	protected function run_actions( bool $with_later_ones = false ): void {
		do {
			$due = as_get_scheduled_actions( array( 'group' => 'docket', 'status' => 'pending', 'per_page' => 100 ) + ( $with_later_ones ? array() : array( 'date' => 'now' ) ), 'ids' );
			foreach ( $due as $action_id ) {
				ActionScheduler::runner()->process_action( $action_id );
			}
		} while ( $due && ! $with_later_ones );
	}

	/** @return array[] Arguments of the order's pending actions. */
	protected function pending( int $order_id ): array {
		$actions = as_get_scheduled_actions( array( 'hook' => 'docket_send_order', 'status' => 'pending', 'per_page' => 3000 ) );
		$args    = array_map( static fn ( $action ) => $action->get_args(), $actions );
		return array_values( array_filter( $args, static fn ( array $args ) => (string) $order_id === $args['order_id'] ) );
	}

	/** @return string[] What the service heard of an order, in order. */
	protected function heard( int $order_id ): array {
		return array_column( array_filter( $this->events(), static fn ( array $event ) => $order_id === $event['order']['id'] ), 'topic' );
	}

	protected function events(): array {
		$file = getenv( 'SERVICE_STATE' ) . '/events.log';
		return is_file( $file ) ? array_map( static fn ( $line ) => json_decode( $line, true ), file( $file ) ) : array();
	}

	/** @return string[] Calls such as "POST /orders/documents". */
	protected function calls(): array {
		$file = getenv( 'SERVICE_STATE' ) . '/calls.log';
		return is_file( $file ) ? file( $file, FILE_IGNORE_NEW_LINES ) : array();
	}

	/** How the service behaves from now on: `status`, `slowSeconds`. A minute has passed since nobody answered. */
	protected function service_is( array $mode ): void {
		delete_transient( 'docket_events_away' );
		file_put_contents( getenv( 'SERVICE_STATE' ) . '/mode.json', wp_json_encode( $mode ) );
	}

	protected function service_has( string $name, array $content ): void {
		file_put_contents( getenv( 'SERVICE_STATE' ) . "/$name.json", wp_json_encode( $content ) );
	}

	protected function state_of_service( string $name ): array {
		return json_decode( (string) file_get_contents( getenv( 'SERVICE_STATE' ) . "/$name.json" ), true ) ?? array();
	}

	/** @return string[] */
	protected function notes_of( WC_Order $order ): array {
		return array_column( wc_get_order_notes( array( 'order_id' => $order->get_id() ) ), 'content' );
	}

	/** Asks the site over HTTP, as a user with an application password; "" for nobody. */
	protected function ask_site( string $method, string $path, string $user = 'admin', array $options = array() ): array {
		$passwords = json_decode( getenv( 'SITE_PASSWORDS' ), true );
		$headers   = '' === $user ? array() : array( 'Authorization' => 'Basic ' . base64_encode( "$user:{$passwords[$user]}" ) );
		$request   = array( 'method' => $method, 'timeout' => 60, 'redirection' => 0, 'headers' => $headers + ( $options['headers'] ?? array() ) );
		$answer    = wp_remote_request( getenv( 'SITE_URL' ) . $path, $request + $options );
		self::assertIsArray( $answer );
		return $answer;
	}

	/** A page as a browser sees it that has logged in. */
	protected function browse( string $path, string $user = 'admin', array $options = array() ): array {
		$this->cookies[ $user ] ??= wp_remote_get( getenv( 'SITE_URL' ) . "/?log-in-as=$user", array( 'redirection' => 0 ) )['cookies'];
		return wp_remote_request( getenv( 'SITE_URL' ) . $path, $options + array( 'method' => 'GET', 'timeout' => 60, 'redirection' => 0, 'cookies' => $this->cookies[ $user ] ) );
	}
}
