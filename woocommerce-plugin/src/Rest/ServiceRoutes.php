<?php
declare( strict_types=1 );

namespace Docket\Rest;

/** What the admin page may ask of the service: these paths and parameters, and no other. */
final class ServiceRoutes {

	private const ID    = '(?P<documentId>[A-Za-z0-9_-]{1,80})';
	private const ORDER = '(?P<orderId>[0-9]{1,20})';

	private const TEXT = array( 'type' => 'string' );
	private const LIST = array(
		'type'     => 'array',
		'items'    => array(
			'type'      => 'string',
			'maxLength' => 80,
		),
		'maxItems' => 1000,
		'required' => true,
	);
	private const NEEDED = array(
		'type'      => 'string',
		'maxLength' => 320,
		'required'  => true,
	);
	private const HOW = array(
		'type'     => 'string',
		'enum'     => array( 'draft', 'issue', 'issueAndSend' ),
		'required' => true,
	);

	private const PAGE   = array(
		'cursor' => self::TEXT,
		'limit'  => array(
			'type'    => 'integer',
			'minimum' => 1,
			'maximum' => 100,
		),
	);
	private const FILTER = array(
		'search'   => self::TEXT,
		'kind'     => self::TEXT,
		'state'    => self::TEXT,
		'delivery' => self::TEXT,
		'isPaid'   => self::TEXT,
		'fromDate' => self::TEXT,
		'toDate'   => self::TEXT,
	);

	/** Sections of the settings. What is in them only the service knows. */
	private const SETTINGS = array( 'seller', 'language', 'timeZone', 'brand', 'payment', 'vat', 'eInvoicing', 'journals', 'rules', 'texts', 'sending' );

	/**
	 * Parameters by method and path. A GET has them in its query, others in their JSON.
	 *
	 * @return array<string, array<string, array>>
	 */
	public static function all(): array {
		return self::documents() + self::orders() + self::settings() + self::plan() + array(
			'/home'    => array( 'GET' => array() ),
			'/journals' => array( 'GET' => array() ),
			'/numbers' => array( 'GET' => array() ),
			'/links'   => array( 'POST' => array( 'documentId' => self::NEEDED ) ),
		);
	}

	private static function documents(): array {
		return array(
			'/documents'                      => array( 'GET' => self::FILTER + self::PAGE ),
			'/documents/count'                => array( 'GET' => self::FILTER ),
			'/documents/commands'             => array(
				'POST' => array(
					'intent'      => array(
						'type'     => 'string',
						'enum'     => array( 'issue', 'send', 'discard', 'check' ),
						'required' => true,
					),
					'documentIds' => self::LIST,
					'send'        => array( 'type' => 'boolean' ),
					'recipient'   => self::TEXT,
					'requestId'   => self::TEXT,
				),
			),
			'/documents/zip'                  => array( 'POST' => array( 'documentIds' => self::LIST ) ),
			'/documents/' . self::ID          => array( 'GET' => array() ),
			'/documents/' . self::ID . '/file' => array(
				'GET' => array(
					'type' => array(
						'type'     => 'string',
						'enum'     => array( 'pdf', 'ubl', 'cii', 'facturx' ),
						'required' => true,
					),
				),
			),
			'/documents/' . self::ID . '/pages' => array( 'GET' => array() ),
		);
	}

	private static function orders(): array {
		return array(
			'/orders'                                  => array( 'GET' => array( 'search' => self::TEXT ) + self::PAGE ),
			'/orders/documents'                        => array( 'POST' => array( 'orderIds' => self::LIST ) ),
			'/orders/' . self::ORDER . '/documents'    => array(
				'POST' => array(
					'kind' => self::NEEDED,
					'how'  => self::HOW,
				),
			),
			'/orders/' . self::ORDER . '/refunds'      => array( 'GET' => array() ),
			'/orders/' . self::ORDER . '/credit-notes' => array(
				'POST' => array(
					'refundId'  => self::NEEDED,
					'elsewhere' => array( 'type' => array( 'object', 'null' ) ),
					'how'       => self::HOW,
				),
			),
		);
	}

	private static function plan(): array {
		return array(
			'/plan'                => array( 'GET' => array() ),
			'/plan/select'         => array(
				'POST' => array(
					'planId'   => self::NEEDED,
					'interval' => self::NEEDED,
				),
			),
			// There is only one to end, so without parameters.
			'/plan/cancel'         => array( 'POST' => array() ),
			'/plan/direct-request' => array( 'POST' => array( 'choice' => array( 'type' => array( 'object', 'null' ) ) ) ),
			'/plan/issue-held'     => array(
				'POST' => array(
					'limit'  => array(
						'type'     => 'integer',
						'minimum'  => 1,
						'maximum'  => 25,
						'required' => true,
					),
					'passed' => array(
						'type'    => 'integer',
						'minimum' => 0,
						'maximum' => 250,
					),
				),
			),
		);
	}

	private static function settings(): array {
		return array(
			'/settings'     => array(
				'GET' => array(),
				'PUT' => array_fill_keys( self::SETTINGS, array( 'type' => array( 'object', 'array', 'string' ) ) ),
			),
			// The picture itself, so without parameters.
			'/logo'         => array(
				'GET' => array(),
				'PUT' => array(),
			),
			'/text-preview' => array(
				'POST' => array(
					'language'  => self::NEEDED,
					'paidState' => self::NEEDED,
					'caption'   => self::TEXT,
					'subject'   => self::TEXT,
					'body'      => self::TEXT,
				),
			),
			'/test-mail'    => array( 'POST' => array( 'recipient' => self::NEEDED ) ),
		);
	}
}
