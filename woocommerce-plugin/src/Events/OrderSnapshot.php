<?php
declare( strict_types=1 );

namespace Docket\Events;

use Docket\Emails\MailChoice;
use Docket\Service\ServiceRequest;
use WC_Order;
use WC_Order_Item_Product;
use WC_REST_Order_Refunds_Controller;
use WC_REST_Orders_Controller;
use WP_REST_Request;

/** An order as WooCommerce's own REST API v3 writes it, with its refunds in full. */
final class OrderSnapshot {

	/** WooCommerce rounds to the shop's decimals unless asked for more; VAT needs the digits. */
	private const DECIMALS = 6;

	/** The body of an event, as JSON. */
	public static function of( WC_Order $order ): string {
		// Other plugins add their fields to WooCommerce's orders when the REST server starts.
		rest_get_server();

		$snapshot                 = self::read( new WC_REST_Orders_Controller(), $order, array( 'id' => $order->get_id() ) );
		$snapshot['line_items']   = array_map(
			static fn ( array $line ): array => $line + array( 'docket_virtual' => self::is_virtual( $order, (int) $line['id'] ) ),
			$snapshot['line_items']
		);
		$snapshot['refunds_full'] = array_map(
			static fn ( $refund ): array => self::read( new WC_REST_Order_Refunds_Controller(), $refund, array( 'order_id' => $order->get_id() ) ),
			array_values( $order->get_refunds() )
		);
		// Nothing on a document needs them, and they are personal.
		unset( $snapshot['customer_ip_address'], $snapshot['customer_user_agent'] );
		// Attached to WooCommerce's mails, a document must not come by Docket's mail too.
		$snapshot['docket_sends_mail'] = ! MailChoice::attaches();
		return ServiceRequest::encode( $snapshot );
	}

	/**
	 * The controllers' own work, called directly: only their routes ask who is looking, and in the background nobody is. So no
	 * permission is lifted and no user borrowed.
	 */
	private static function read( WC_REST_Orders_Controller|WC_REST_Order_Refunds_Controller $controller, object $order, array $parameters ): array {
		$request = new WP_REST_Request( 'GET' );
		foreach ( $parameters + array( 'dp' => self::DECIMALS, 'context' => 'view' ) as $name => $value ) {
			$request->set_param( $name, $value );
		}
		return $controller->prepare_object_for_response( $order, $request )->get_data();
	}

	/** Null when the product is gone. */
	private static function is_virtual( WC_Order $order, int $item_id ): ?bool {
		$item    = $order->get_item( $item_id );
		$product = $item instanceof WC_Order_Item_Product ? $item->get_product() : false;
		return $product ? $product->is_virtual() : null;
	}
}
