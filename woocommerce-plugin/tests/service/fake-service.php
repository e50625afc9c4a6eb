<?php
/**
 * A service that keeps to the contract and to nothing else: it refuses what the contract refuses and makes no documents worth
 * reading. Only for tests: SERVICE_STATE=<folder> php -S 127.0.0.1:8990 fake-service.php
 *
 * @package Docket
 */

declare( strict_types=1 );

const EVENT_BYTES = 5 * 1024 * 1024;

/** What the service knows, as JSON files in a folder; the test process reads and writes them too. */
function state( string $name, array $otherwise = array() ): array {
	$file = getenv( 'SERVICE_STATE' ) . "/$name.json";
	return is_file( $file ) ? json_decode( file_get_contents( $file ), true ) : $otherwise;
}

function keep( string $name, array $content ): void {
	file_put_contents( getenv( 'SERVICE_STATE' ) . "/$name.json", json_encode( $content ), LOCK_EX );
}

function answer( int $status, mixed $content ): never {
	http_response_code( $status );
	header( 'Content-Type: application/json' );
	echo json_encode( $content );
	exit;
}

function refuse( int $status, string $code, array $more = array() ): never {
	answer( $status, array( 'error' => array( 'code' => $code, 'message' => "Refused: $code" ) + $more ) );
}

/** Connecting: the site must answer the challenge with the proof that it sent. */
function connect( array $request ): never {
	if ( ! str_starts_with( $request['verifyUrl'], $request['siteUrl'] ) ) {
		refuse( 400, 'not-your-site' );
	}
	$challenge = bin2hex( random_bytes( 16 ) );
	$join      = str_contains( $request['verifyUrl'], '?' ) ? '&' : '?';
	$answer    = json_decode( (string) @file_get_contents( $request['verifyUrl'] . $join . 'challenge=' . $challenge ), true );
	if ( ! hash_equals( hash_hmac( 'sha256', $challenge, $request['proof'] ), (string) ( $answer['answer'] ?? '' ) ) ) {
		refuse( 403, 'not-verified' );
	}
	$shops               = state( 'shops' );
	$shop_id             = 'shop_' . substr( hash( 'sha256', $request['siteUrl'] ), 0, 12 );
	$shops[ $shop_id ]   = bin2hex( random_bytes( 32 ) );
	keep( 'shops', $shops );
	keep( 'connected', $request );
	answer( 200, array( 'shopId' => $shop_id, 'secret' => $shops[ $shop_id ] ) );
}

function from_base64url( string $text ): string {
	return (string) base64_decode( strtr( $text, '-_', '+/' ), true );
}

/** The claims of a token that is right in everything. */
function verify_token( string $body ): array {
	$parts = explode( '.', preg_replace( '/^Bearer /', '', $_SERVER['HTTP_AUTHORIZATION'] ?? '' ) );
	if ( 3 !== count( $parts ) ) {
		refuse( 401, 'no-token' );
	}
	$header = json_decode( from_base64url( $parts[0] ), true );
	$claims = json_decode( from_base64url( $parts[1] ), true );
	$secret = state( 'shops' )[ $header['kid'] ?? '' ] ?? null;
	if ( null === $secret ) {
		refuse( 410, 'shop-disconnected' );
	}
	if ( 'HS256' !== $header['alg'] || ! hash_equals( hash_hmac( 'sha256', "$parts[0].$parts[1]", $secret, true ), from_base64url( $parts[2] ) ) ) {
		refuse( 401, 'bad-token' );
	}
	$now = time() + ( state( 'clock' )['offset'] ?? 0 );
	if ( abs( $now - $claims['iat'] ) > 60 || $claims['exp'] < $now - 60 || $claims['exp'] > $claims['iat'] + 60 ) {
		refuse( 401, 'clock-off', array( 'serverTime' => gmdate( 'Y-m-d\TH:i:s\Z', $now ) ) );
	}
	$wanted = array( 'docket-plugin', 'docket', $header['kid'], $_SERVER['REQUEST_METHOD'], $_SERVER['REQUEST_URI'], hash( 'sha256', $body ) );
	$given  = array( $claims['iss'], $claims['aud'], $claims['sub'], $claims['method'], $claims['path'], $claims['bodySha256'] );
	if ( $wanted !== $given ) {
		refuse( 401, 'wrong-claims' );
	}
	$seen = state( 'tokens' );
	if ( in_array( $claims['jti'], $seen, true ) ) {
		refuse( 401, 'repeated' );
	}
	keep( 'tokens', array( ...$seen, $claims['jti'] ) );
	return $claims;
}

function receive_event( string $shop_id, string $body ): never {
	$secret = state( 'shops' )[ $shop_id ] ?? null;
	if ( null === $secret ) {
		refuse( 404, 'not-found' );
	}
	if ( strlen( $body ) > EVENT_BYTES ) {
		answer( 413, array() );
	}
	if ( ! hash_equals( base64_encode( hash_hmac( 'sha256', $body, $secret, true ) ), $_SERVER['HTTP_X_WC_WEBHOOK_SIGNATURE'] ?? '' ) ) {
		answer( 401, array() );
	}
	$order = json_decode( $body, true );
	if ( ! is_array( $order ) ) {
		answer( 400, array() );
	}
	$event = array(
		'id'    => $_SERVER['HTTP_X_WC_WEBHOOK_DELIVERY_ID'],
		'shop'  => $shop_id,
		'topic' => $_SERVER['HTTP_X_WC_WEBHOOK_TOPIC'],
		'order' => $order,
	);
	$seen  = getenv( 'SERVICE_STATE' ) . '/event-' . preg_replace( '/\W/', '', $event['id'] );
	if ( ! is_file( $seen ) ) {
		touch( $seen );
		file_put_contents( getenv( 'SERVICE_STATE' ) . '/events.log', json_encode( $event ) . "\n", FILE_APPEND | LOCK_EX );
	}
	answer( 200, (object) array() );
}

/** @return array[] Id, topic and order of each event, oldest first. */
function events(): array {
	$file = getenv( 'SERVICE_STATE' ) . '/events.log';
	return is_file( $file ) ? array_map( static fn ( $line ) => json_decode( $line, true ), file( $file ) ) : array();
}

/** @return array[] Documents of one order. */
function documents_of( string $order_id ): array {
	return array_values( array_filter( state( 'documents' ), static fn ( $document ) => $order_id === $document['orderId'] ) );
}

function make_document( string $order_id, array $wanted, string $part = '' ): never {
	$documents = state( 'documents' );
	$id        = 'doc_' . $order_id . '_' . $wanted['kind'] . str_replace( ':', '_', $part );
	$is_issued = 'draft' !== $wanted['how'];
	if ( 'issued' === ( $documents[ $id ]['state'] ?? '' ) ) {
		refuse( 409, 'already-issued' );
	}
	$documents[ $id ] = array(
		'documentId' => $id,
		'orderId'    => $order_id,
		'kind'       => $wanted['kind'],
		'part'       => $part,
		'state'      => $is_issued ? 'issued' : 'draft',
		'number'     => $is_issued ? 'F' . ( count( $documents ) + 1 ) : '',
		'sentAt'     => 'issueAndSend' === $wanted['how'] ? gmdate( 'c' ) : null,
		'delivery'   => 'issueAndSend' === $wanted['how'] ? 'sent' : null,
		'isPaid'     => true,
	);
	keep( 'documents', $documents );
	answer( 200, $documents[ $id ] );
}

function send_documents( array $ids ): never {
	$documents = state( 'documents' );
	foreach ( $ids as $id ) {
		$documents[ $id ] = array( 'state' => 'issued', 'sentAt' => gmdate( 'c' ), 'delivery' => 'sent' ) + $documents[ $id ];
	}
	keep( 'documents', $documents );
	answer( 200, array( 'done' => array_values( array_intersect_key( $documents, array_flip( $ids ) ) ), 'problems' => array() ) );
}

function unseen( array $asked ): array {
	$known = array();
	foreach ( events() as $event ) {
		$known[ $event['order']['id'] . '@' . ( $event['order']['date_modified_gmt'] ?? '' ) . 'Z' ] = true;
	}
	$missing = array_filter( $asked, static fn ( $order ) => ! isset( $known[ $order['orderId'] . '@' . $order['updatedAt'] ] ) );
	return array_values( array_column( $missing, 'orderId' ) );
}

function send_file( string $type, string $name, string $bytes ): never {
	header( "Content-Type: $type" );
	header( "Content-Disposition: inline; filename=\"$name\"" );
	echo $bytes;
	exit;
}

$body = (string) file_get_contents( 'php://input' );
$data = json_decode( $body, true );
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$mode = state( 'mode' );
$call = $_SERVER['REQUEST_METHOD'] . ' ' . preg_replace( '#^/api/woocommerce/v1#', '', $path );
file_put_contents( getenv( 'SERVICE_STATE' ) . '/calls.log', "$call\n", FILE_APPEND | LOCK_EX );

usleep( (int) ( 1000000 * ( $mode['slowSeconds'] ?? 0 ) ) );
if ( isset( $mode['status'] ) ) {
	http_response_code( $mode['status'] );
	exit( 'broken' );
}
if ( preg_match( '#^/webhooks/woocommerce/([\w-]+)$#', $path, $found ) ) {
	receive_event( $found[1], $body );
}
if ( 'POST /connect' === $call ) {
	connect( $data );
}
$claims = verify_token( $body );
$shops  = state( 'shops' );
switch ( true ) {
	case 'GET /connection' === $call:
		answer( 200, array( 'state' => 'connected', 'domain' => 'shop.example', 'lastEventAt' => null ) );
	case 'POST /connection/rotate' === $call:
		$shops[ $claims['sub'] ] = bin2hex( random_bytes( 32 ) );
		keep( 'shops', $shops );
		answer( 200, array( 'secret' => $shops[ $claims['sub'] ] ) );
	case 'DELETE /connection' === $call:
		unset( $shops[ $claims['sub'] ] );
		keep( 'shops', $shops );
		answer( 200, (object) array() );
	case 'POST /events/unseen' === $call:
		answer( 200, array( 'orderIds' => unseen( $data['orders'] ) ) );
	case 'POST /orders/documents' === $call:
		answer( 200, array_combine( $data['orderIds'], array_map( 'documents_of', $data['orderIds'] ) ) );
	case (bool) preg_match( '#^POST /orders/(\d+)/documents$#', $call, $found ):
		make_document( $found[1], $data );
	case (bool) preg_match( '#^POST /orders/(\d+)/credit-notes$#', $call, $found ):
		make_document( $found[1], array( 'kind' => 'creditNote' ) + $data, 'refund:' . $data['refundId'] );
	case (bool) preg_match( '#^GET /orders/(\d+)/refunds$#', $call ):
		answer( 200, array() );
	case 'POST /documents/commands' === $call:
		send_documents( $data['documentIds'] );
	case 'POST /documents/zip' === $call:
		send_file( 'application/zip', 'documents.zip', 'PK' . str_repeat( 'x', 100000 ) );
	case (bool) preg_match( '#^GET /documents/[\w-]+/file$#', $call ):
		send_file( 'application/pdf', 'Factuur F1.pdf', '%PDF-1.7 test' );
	case (bool) preg_match( '#^GET /documents/[\w-]+/pages$#', $call ):
		answer( 200, array( '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 14"><rect width="10" height="14" fill="#eee"/></svg>' ) );
	case (bool) preg_match( '#^GET /documents/([\w-]+)$#', $call ):
		answer( 200, array( 'timeline' => array( array( 'at' => gmdate( 'c' ), 'type' => 'issued', 'detail' => 'F1' ) ) ) );
	case 'POST /subscription-report' === $call:
		keep( 'subscriptions', $data );
		answer( 200, (object) array() );
	case 'GET /plan' === $call:
		answer( 200, array( 'planId' => 'free' ) );
	case 'POST /plan/direct-request' === $call:
		answer( 200, array( 'asked' => $body ) );
	case 'GET /home' === $call:
		answer( 200, array( 'stats' => (object) array(), 'claims' => $claims ) );
	case 'GET /documents' === $call:
		answer( 200, array( 'query' => (object) $_GET ) );
	case 'GET /logo' === $call:
		send_file( 'image/svg+xml', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' );
	case 'PUT /logo' === $call:
		answer( 200, array( 'bytes' => strlen( $body ), 'type' => $_SERVER['CONTENT_TYPE'] ) );
	case 'PUT /settings' === $call:
		isset( $data['seller']['iban'] ) ? refuse( 422, 'settings-wrong', array( 'fieldErrors' => array( 'seller.iban' => 'check the digits' ) ) ) : answer( 200, json_decode( $body ) );
	case 'POST /links' === $call:
		answer( 200, array( 'url' => 'http://' . $_SERVER['HTTP_HOST'] . '/d/token', 'expiresAt' => gmdate( 'c', time() + 600 ) ) );
	case 'POST /privacy/export' === $call:
		answer( 200, array( 'documents' => array( array( 'number' => 'F1', 'buyer' => array( 'city' => 'Gent' ), 'orderId' => $data['orderIds'][0] ?? '' ) ) ) );
	case 'POST /privacy/erase' === $call:
		answer( 200, array( 'redacted' => array( '1 draft' ), 'kept' => array( 'Invoice F1: the law says ten years' ) ) );
}
refuse( 404, 'not-found' );
