<?php
/**
 * The few names of WordPress, WooCommerce and Action Scheduler that the plugin touches, so that its rules can be tried without a
 * site. Nothing here is clever: what a call was given can be read back from the globals.
 *
 * @package Docket
 */

// phpcs:disable
declare( strict_types=1 );

const ABSPATH           = '/';
const MINUTE_IN_SECONDS = 60;
const HOUR_IN_SECONDS   = 3600;
const DAY_IN_SECONDS    = 86400;
const KB_IN_BYTES       = 1024;
const MB_IN_BYTES       = 1024 * 1024;
const DOCKET_FILE       = __DIR__ . '/../../docket.php';
const DOCKET_VERSION    = '0.0.0';
const DOCKET_SERVICE_URL = 'https://docket.example';

/** A site with nothing in it. */
function reset_site(): void {
	$GLOBALS['site'] = (object) array(
		'options'      => array(),
		'transients'   => array(),
		'hooks'        => array(),
		'capabilities' => array(),
		'environment'  => 'production',
		'is_admin'     => true,
		'home'         => 'https://shop.example',
		'requests'     => array(),
		'answers'      => array(),
		'routes'       => array(),
		'orders'       => array(),
		'actions'      => array(),
		'notes'        => array(),
		'log'          => array(),
		'errors'       => array(),
	);
}
function site(): object { return $GLOBALS['site']; }

function get_option( string $name, mixed $otherwise = false ): mixed { return site()->options[ $name ] ?? ( 'home' === $name ? site()->home : $otherwise ); }
function update_option( string $name, mixed $value, ?bool $autoload = null ): bool { site()->options[ $name ] = $value; return true; }
function add_option( string $name, mixed $value = '' ): bool { site()->options[ $name ] ??= $value; return true; }
function delete_option( string $name ): bool { unset( site()->options[ $name ] ); return true; }
function get_transient( string $name ): mixed { return site()->transients[ $name ] ?? false; }
function set_transient( string $name, mixed $value, int $seconds = 0 ): bool { site()->transients[ $name ] = $value; return true; }
function delete_transient( string $name ): bool { unset( site()->transients[ $name ] ); return true; }

function add_filter( string $hook, callable $callback, int $priority = 10, int $arguments = 1 ): bool { site()->hooks[ $hook ][] = array( $callback, $arguments ); return true; }
function add_action( string $hook, callable $callback, int $priority = 10, int $arguments = 1 ): bool { return add_filter( $hook, $callback, $priority, $arguments ); }
function apply_filters( string $hook, mixed $value, mixed ...$more ): mixed {
	foreach ( site()->hooks[ $hook ] ?? array() as [ $callback, $arguments ] ) {
		$value = $callback( ...array_slice( array( $value, ...$more ), 0, $arguments ) );
	}
	return $value;
}
function do_action( string $hook, mixed ...$given ): void {
	foreach ( site()->hooks[ $hook ] ?? array() as [ $callback, $arguments ] ) {
		$callback( ...array_slice( $given, 0, $arguments ) );
	}
}
function did_action( string $hook ): int { return 1; }

function __( string $text, string $domain = '' ): string { return $text; }
function _x( string $text, string $context, string $domain = '' ): string { return $text; }
function esc_html( string $text ): string { return htmlspecialchars( $text ); }
function esc_html__( string $text, string $domain = '' ): string { return htmlspecialchars( $text ); }
function esc_url( string $url ): string { return htmlspecialchars( $url ); }
function admin_url( string $path = '' ): string { return site()->home . '/wp-admin/' . $path; }
function sanitize_key( string $key ): string { return preg_replace( '/[^a-z0-9_\-]/', '', strtolower( $key ) ); }
function absint( mixed $value ): int { return abs( (int) $value ); }
function home_url( string $path = '' ): string { return site()->home . $path; }
function is_ssl(): bool { return false; }
function rest_url( string $path = '' ): string { return site()->home . '/wp-json/' . $path; }
function wp_parse_url( string $url, int $part = -1 ): mixed { return parse_url( $url, $part ); }
function wp_json_encode( mixed $value, int $flags = 0 ): string|false { return json_encode( $value, $flags ); }
function wp_get_environment_type(): string { return site()->environment; }
function wp_generate_uuid4(): string { return bin2hex( random_bytes( 16 ) ); }
function wp_rand( int $from, int $to ): int { return $to; }
function wp_doing_cron(): bool { return false; }
function is_admin(): bool { return site()->is_admin; }
function current_user_can( string $capability, mixed ...$about ): bool { return in_array( $capability, site()->capabilities, true ); }
function get_current_blog_id(): int { return 1; }
function get_current_user_id(): int { return 7; }
function is_multisite(): bool { return false; }
function get_temp_dir(): string { return sys_get_temp_dir() . '/'; }
function wp_delete_file( string $file ): void { @unlink( $file ); }
function __return_true(): bool { return true; }
function add_query_arg( array $parameters, string $url ): string { return $url . '?' . http_build_query( $parameters ); }
function wp_create_nonce( string $action ): string { return 'nonce'; }
function plugin_basename( string $file ): string { return 'docket/docket.php'; }

/** Like WordPress: public https on the usual ports. Names are not looked up. */
function wp_http_validate_url( string $url ): string|false {
	$host = parse_url( $url, PHP_URL_HOST );
	$port = parse_url( $url, PHP_URL_PORT );
	return preg_match( '/^(10|127|192\.168|169\.254)\./', $host ) || str_contains( $host, '[' ) || ! in_array( $port, array( null, 443, 8080 ), true ) ? false : $url;
}

/** Takes the next of the answers that a test laid out; without one nobody answers. */
function wp_remote_request( string $url, array $request ): array|WP_Error {
	site()->requests[] = array( 'url' => $url ) + $request;
	$answer = array_shift( site()->answers );
	return $answer instanceof Closure ? $answer() : ( $answer ?? new WP_Error( 'http_request_failed', 'Connection refused' ) );
}
function answer( int $status, mixed $content = array(), array $headers = array( 'content-type' => 'application/json' ) ): array {
	return array( 'status' => $status, 'body' => is_string( $content ) ? $content : json_encode( $content ), 'headers' => $headers );
}
function wp_remote_retrieve_response_code( array $answer ): int { return $answer['status']; }
function wp_remote_retrieve_body( array $answer ): string { return $answer['body']; }
function wp_remote_retrieve_header( array $answer, string $name ): string { return $answer['headers'][ $name ] ?? ''; }

function register_rest_route( string $namespace, string $route, array $endpoints ): void { site()->routes[ $namespace . $route ] = isset( $endpoints['methods'] ) ? array( $endpoints ) : $endpoints; }
function rest_get_server(): object { return (object) array(); }
class WP_Error {
	public function __construct( public string $code = '', public string $message = '', public array $data = array() ) {}
	public function get_error_message(): string { return $this->message; }
}
function is_wp_error( mixed $value ): bool { return $value instanceof WP_Error; }
class WP_REST_Response {
	public function __construct( public mixed $data = null, public int $status = 200, public array $headers = array() ) {}
	public function get_data(): mixed { return $this->data; }
}
class WP_REST_Request implements ArrayAccess {
	public array $params = array();
	public array $query  = array();
	public string $body  = '';
	public string $type  = 'application/json';
	public function __construct( private string $method = 'GET', private string $route = '' ) {}
	public function get_method(): string { return $this->method; }
	public function get_route(): string { return $this->route; }
	public function get_query_params(): array { return $this->query; }
	public function get_body(): string { return $this->body; }
	public function get_content_type(): array { return array( 'value' => $this->type ); }
	public function set_param( string $name, mixed $value ): void { $this->params[ $name ] = $value; }
	public function offsetExists( mixed $name ): bool { return isset( $this->params[ $name ] ); }
	public function offsetGet( mixed $name ): mixed { return $this->params[ $name ] ?? null; }
	public function offsetSet( mixed $name, mixed $value ): void { $this->params[ $name ] = $value; }
	public function offsetUnset( mixed $name ): void { unset( $this->params[ $name ] ); }
}

class WC_Order {
	public ?string $date_paid = null;
	public string $type       = 'shop_order';
	public function __construct( public int $id, public string $status = 'pending', public string $total = '12.10' ) {}
	public function get_id(): int { return $this->id; }
	public function get_type(): string { return $this->type; }
	public function get_status(): string { return $this->status; }
	public function get_date_paid(): ?string { return $this->date_paid; }
	public function get_refunds(): array { return array(); }
	public function get_order_number(): string { return (string) $this->id; }
	public function add_order_note( string $text ): int {
		site()->notes[] = array( 'order' => $this->id, 'text' => $text, 'meta' => '' );
		return count( site()->notes ) - 1;
	}
}
class WC_REST_Orders_Controller {
	public function prepare_object_for_response( WC_Order $order, WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( array( 'id' => $order->id, 'status' => $order->status, 'total' => $order->total, 'dp' => $request['dp'], 'customer_ip_address' => '192.0.2.1', 'line_items' => array() ) );
	}
}
class WC_REST_Order_Refunds_Controller extends WC_REST_Orders_Controller {}
class WC_Admin_Settings { public static function add_error( string $text ): void { site()->errors[] = $text; } }
class WC_Admin_Meta_Boxes { public static function add_error( string $text ): void { site()->errors[] = $text; } }
class WC_Helper_Options { public static function get( string $key, mixed $otherwise = false ): mixed { return get_option( 'woocommerce_helper_data', array() )[ $key ] ?? $otherwise; } }
class WC_Helper { public static function get_subscriptions(): array { return get_transient( '_woocommerce_helper_subscriptions' ) ?: array(); } }
class WC_Helper_API { public static function get( string $path, array $request ): array|WP_Error { return wp_remote_request( "https://woocommerce.com/$path", $request ); } }
function wc_get_order( int $id ): WC_Order|false { return site()->orders[ $id ] ?? false; }
function wc_get_logger(): object {
	return new class() {
		public function warning( string $text, array $context = array() ): void { site()->log[] = $text; }
	};
}
function get_post_type( int $id ): string { return isset( site()->orders[ $id ] ) ? 'shop_order' : 'page'; }
function wc_get_order_notes( array $query ): array {
	return array_filter( site()->notes, static fn ( $note ) => $query['order_id'] === $note['order'] && $query['meta_value'] === $note['meta'] );
}
function add_comment_meta( int $id, string $key, string $value ): void { site()->notes[ $id ]['meta'] = $value; }

/* Action Scheduler: pending actions, and when they are due (0: at once). */
class ActionScheduler_Store { const STATUS_PENDING = 'pending'; const STATUS_COMPLETE = 'complete'; }
class ActionScheduler {
	public static function store(): object {
		return new class() {
			public function cancel_action( string $id ): void { unset( site()->actions[ (int) $id ] ); }
		};
	}
}
function as_enqueue_async_action( string $hook, array $args = array(), string $group = '', bool $unique = false ): int { return as_schedule_single_action( 0, $hook, $args, $group, $unique ); }
function as_schedule_single_action( int $at, string $hook, array $args = array(), string $group = '', bool $unique = false ): int {
	static $last = 0;
	if ( $unique && as_has_scheduled_action( $hook ) ) {
		return 0;
	}
	site()->actions[ ++$last ] = new class( $hook, $args, $at ) {
		public function __construct( public string $hook, public array $args, public int $at ) {}
		public function get_args(): array { return $this->args; }
	};
	return $last;
}
function as_schedule_recurring_action( int $at, int $seconds, string $hook, array $args = array(), string $group = '' ): int { return as_schedule_single_action( $at, $hook, $args, $group ); }
function as_unschedule_all_actions( string $hook, ?array $args = null, string $group = '' ): void { site()->actions = array_filter( site()->actions, static fn ( $action ) => $hook !== $action->hook ); }
function as_has_scheduled_action( string $hook, ?array $args = null, string $group = '' ): bool { return (bool) array_filter( site()->actions, static fn ( $action ) => $hook === $action->hook ); }
function as_get_scheduled_actions( array $query ): array {
	return array_filter(
		site()->actions,
		static fn ( $action ) => 'pending' === $query['status'] && $query['hook'] === $action->hook && ! array_diff_assoc( $query['args'] ?? array(), $action->args )
	);
}
