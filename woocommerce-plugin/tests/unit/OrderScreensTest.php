<?php
declare( strict_types=1 );

use Docket\Events\EventSender;
use Docket\Events\Outbox;
use Docket\Orders\BulkActions;
use Docket\Orders\DocumentWords;
use Docket\Orders\ListColumn;
use Docket\Orders\OrderActions;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;

final class OrderScreensTest extends SiteTestCase {

	private const MANAGER = array( 'manage_woocommerce' );

	protected function setUp(): void {
		parent::setUp();
		$this->connect();
		site()->orders[12] = new WC_Order( 12, 'processing' );
		$documents         = new OrderDocuments( $this->service, new Outbox( new EventSender( $this->connection ) ) );
		( new OrderActions( $documents, new OrderNotes( $documents ) ) )->register();
		( new BulkActions() )->register();
		( new ListColumn() )->register();
	}

	public function test_who_may_not_manage_the_shop_sees_nothing(): void {
		self::assertSame( array( 'a' => 'A' ), apply_filters( 'woocommerce_order_actions', array( 'a' => 'A' ) ) );
		self::assertSame( array(), apply_filters( 'bulk_actions-woocommerce_page_wc-orders', array() ) );
		self::assertSame( array(), apply_filters( 'bulk_actions-edit-shop_order', array() ) );
		self::assertSame( array(), apply_filters( 'manage_edit-shop_order_columns', array() ) );
		do_action( 'woocommerce_order_action_docket_issue_invoice', site()->orders[12] );
		apply_filters( 'handle_bulk_actions-edit-shop_order', 'back', 'docket_bulk_issue', array( 12 ) );
		self::assertSame( array(), site()->requests );
		self::assertNull( BulkActions::take() );
	}

	public function test_each_kind_can_be_previewed_issued_and_sent(): void {
		site()->capabilities = self::MANAGER;
		$actions             = apply_filters( 'woocommerce_order_actions', array() );
		self::assertCount( 3 * count( DocumentWords::kinds_to_make() ), $actions );
		self::assertSame( 'Docket: Order confirmation – preview', $actions['docket_preview_order_confirmation'] );
		foreach ( array_keys( $actions ) as $action ) {
			self::assertArrayHasKey( "woocommerce_order_action_$action", site()->hooks );
		}
	}

	public function test_issuing_notes_it_on_the_order_once(): void {
		site()->capabilities = self::MANAGER;
		$issued              = array( 'documentId' => 'doc_1', 'orderId' => '12', 'kind' => 'invoice', 'number' => 'F1', 'state' => 'issued', 'part' => '' );
		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array() ) ), answer( 200, $issued ) );
		do_action( 'woocommerce_order_action_docket_issue_invoice', site()->orders[12] );
		self::assertSame( array( 'Docket: Invoice F1 issued.' ), array_column( site()->notes, 'text' ) );

		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array( $issued ) ) ) );
		do_action( 'woocommerce_order_action_docket_issue_invoice', site()->orders[12] );
		self::assertCount( 1, site()->notes );
		self::assertCount( 5, site()->requests );
	}

	public function test_an_issued_document_is_sent_again_instead_of_made_again(): void {
		site()->capabilities = self::MANAGER;
		$issued              = array( 'documentId' => 'doc_1', 'orderId' => '12', 'kind' => 'invoice', 'number' => 'F1', 'state' => 'issued', 'part' => '' );
		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array( $issued ) ) ), answer( 200, array( 'done' => array( $issued ), 'problems' => array() ) ) );
		do_action( 'woocommerce_order_action_docket_send_invoice', site()->orders[12] );
		self::assertStringContainsString( '"intent":"send"', site()->requests[2]['body'] );
	}

	public function test_where_the_plan_is_full_the_order_leads_to_the_plan(): void {
		site()->capabilities = self::MANAGER;
		$refusal             = array( 'error' => array( 'code' => 'allowance-reached', 'message' => 'All 30 documents of the <Free> plan are used.' ) );
		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array() ) ), answer( 422, $refusal ) );
		do_action( 'woocommerce_order_action_docket_issue_invoice', site()->orders[12] );
		self::assertSame(
			'All 30 documents of the &lt;Free&gt; plan are used. <a href="https://shop.example/wp-admin/admin.php?page=docket&amp;screen=plan">See your plan</a>',
			site()->errors[0]
		);
	}

	public function test_a_problem_is_shown_on_the_order(): void {
		site()->capabilities = self::MANAGER;
		do_action( 'woocommerce_order_action_docket_issue_invoice', site()->orders[12] );
		self::assertStringContainsString( 'could not be reached', site()->errors[0] );
		self::assertSame( array(), site()->notes );
	}

	public function test_a_preview_leads_to_the_pdf(): void {
		site()->capabilities = self::MANAGER;
		$this->service_answers( answer( 200 ), answer( 200, array( '12' => array() ) ), answer( 200, array( 'documentId' => 'doc_1', 'orderId' => '12', 'kind' => 'invoice', 'number' => '', 'state' => 'draft' ) ) );
		do_action( 'woocommerce_order_action_docket_preview_invoice', site()->orders[12] );
		self::assertStringContainsString( 'documents/doc_1/file', apply_filters( 'woocommerce_redirect_order_location', 'order' ) );
		self::assertStringContainsString( 'documents/doc_1/file', apply_filters( 'redirect_post_location', 'order' ) );
		self::assertSame( array(), site()->notes );
	}

	public function test_chosen_orders_are_handed_to_the_list_once(): void {
		site()->capabilities = self::MANAGER;
		self::assertSame( 'back', apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'back', 'docket_bulk_zip', array( '12', '13<script>' ) ) );
		self::assertSame( array( 'intent' => 'zip', 'orderIds' => array( '12', '13' ) ), BulkActions::take() );
		self::assertNull( BulkActions::take() );
		apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'back', 'trash', array( '12' ) );
		apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'back', 'docket_bulk_everything', array( '12' ) );
		self::assertNull( BulkActions::take() );
	}

	public function test_the_column_follows_the_status(): void {
		site()->capabilities = self::MANAGER;
		$columns             = apply_filters( 'manage_woocommerce_page_wc-orders_columns', array( 'order_number' => 'Order', 'order_status' => 'Status', 'order_total' => 'Total' ) );
		self::assertSame( array( 'order_number', 'order_status', 'docket_documents', 'order_total' ), array_keys( $columns ) );
		$this->expectOutputString( '<span class="docket-documents" data-docket-order="12">…</span>' );
		do_action( 'manage_shop_order_posts_custom_column', 'docket_documents', 12 );
		do_action( 'manage_woocommerce_page_wc-orders_custom_column', 'order_total', site()->orders[12] );
	}
}
