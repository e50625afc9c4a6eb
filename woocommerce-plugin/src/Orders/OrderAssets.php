<?php
declare( strict_types=1 );

namespace Docket\Orders;

use Docket\Admin\Menu;
use Docket\Connection\ConnectionStore;

/** The scripts of the order screens, with their words. They talk to the plugin's REST routes; no secret is in the page. */
final class OrderAssets {

	private const HANDLE = 'docket-orders';
	/** What each screen runs, besides what they share. */
	private const LIST_SCRIPTS  = array( 'order-list', 'order-bulk' );
	private const ORDER_SCRIPTS = array( 'order-panel' );

	public function __construct( private readonly ConnectionStore $connection ) {}

	public function register(): void {
		add_action( 'admin_enqueue_scripts', array( $this, 'enqueue' ) );
	}

	public function enqueue(): void {
		$screen  = get_current_screen();
		$is_list = OrderScreens::is_list( $screen );
		if ( ( ! $is_list && ! OrderScreens::is_order( $screen ) ) || ! current_user_can( OrderScreens::CAPABILITY ) ) {
			return;
		}
		wp_enqueue_style( self::HANDLE, plugins_url( 'assets/orders.css', DOCKET_FILE ), array(), DOCKET_VERSION );
		$needed = array( 'wp-api-fetch' );
		foreach ( array( 'page', ...( $is_list ? self::LIST_SCRIPTS : self::ORDER_SCRIPTS ) ) as $script ) {
			wp_enqueue_script( "docket-$script", plugins_url( "assets/$script.js", DOCKET_FILE ), $needed, DOCKET_VERSION, true );
			$needed = array( "docket-$script" );
		}
		$settings = array(
			'isConnected' => null !== $this->connection->find(),
			'connectUrl'  => admin_url( 'admin.php?page=docket' ),
			'planUrl'     => Menu::plan_url(),
			'fileUrl'     => rest_url( 'docket/v1/service/documents/' ),
			'fileNonce'   => wp_create_nonce( 'wp_rest' ),
			'bulk'        => $is_list ? BulkActions::take() : null,
			'locale'      => str_replace( '_', '-', get_user_locale() ),
			'words'       => self::words(),
		);
		wp_add_inline_script( 'docket-page', 'window.docketOrders = ' . wp_json_encode( $settings, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}

	private static function words(): array {
		return array(
			'kinds'        => DocumentWords::kinds(),
			'timeline'     => DocumentWords::timeline(),
			'bulk'         => BulkActions::labels(),
			'document'     => __( 'Document', 'docket' ),
			'draft'        => __( 'Draft', 'docket' ),
			'held'         => __( 'Waits for your plan', 'docket' ),
			'plan'         => __( 'See your plan', 'docket' ),
			'issued'       => __( 'Issued', 'docket' ),
			'sent'         => __( 'Sent', 'docket' ),
			'waiting'      => __( 'On its way', 'docket' ),
			'failed'       => __( 'Not delivered', 'docket' ),
			'paid'         => __( 'Paid', 'docket' ),
			'paidBack'     => __( 'Paid back', 'docket' ),
			'none'         => __( 'No documents yet.', 'docket' ),
			'notConnected' => __( 'This shop is not connected to Docket.', 'docket' ),
			'connect'      => __( 'Connect the shop', 'docket' ),
			'unread'       => __( 'Not known: Docket does not answer.', 'docket' ),
			'retry'        => __( 'Try again', 'docket' ),
			'preview'      => __( 'Preview', 'docket' ),
			'open'         => __( 'Open PDF', 'docket' ),
			'issue'        => __( 'Issue', 'docket' ),
			'issueAndSend' => __( 'Issue and send', 'docket' ),
			'send'         => __( 'Send by e-mail', 'docket' ),
			'sendAgain'    => __( 'Send again', 'docket' ),
			'history'      => __( 'Timeline', 'docket' ),
			'make'         => __( 'Make a document', 'docket' ),
			'makeDraft'    => __( 'Leave as a draft', 'docket' ),
			'kind'         => __( 'Kind of document', 'docket' ),
			/* translators: %s: amount of money. */
			'refund'       => __( '%s was refunded and has no credit note.', 'docket' ),
			'creditNote'   => __( 'Make credit note', 'docket' ),
			'busy'         => __( 'One moment…', 'docket' ),
			/* translators: 1: orders done; 2: all orders. */
			'progress'     => __( '%1$s of %2$s orders', 'docket' ),
			/* translators: %s: number of documents. */
			'done'         => __( 'Done: %s', 'docket' ),
			/* translators: %s: number of orders. */
			'problems'     => __( 'Could not be done: %s', 'docket' ),
			/* translators: 1: order number; 2: reason. */
			'problem'      => __( 'Order %1$s: %2$s', 'docket' ),
			'nothing'      => __( 'These orders have no issued documents.', 'docket' ),
			'printNow'     => __( 'Print', 'docket' ),
			'saveZip'      => __( 'Save the ZIP', 'docket' ),
			'stop'         => __( 'Stop', 'docket' ),
			'stopped'      => __( 'Stopped. What was done stays done.', 'docket' ),
		);
	}
}
