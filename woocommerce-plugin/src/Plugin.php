<?php
declare( strict_types=1 );

namespace Docket;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use Docket\Account\AccountDocuments;
use Docket\Account\DocumentLink;
use Docket\Admin\ConnectionActions;
use Docket\Admin\ConnectionCard;
use Docket\Admin\ConnectionNotice;
use Docket\Admin\Menu;
use Docket\Admin\SettingsTab;
use Docket\Billing\SubscriptionReporter;
use Docket\Connection\Connection;
use Docket\Connection\ConnectionStore;
use Docket\Emails\AttachedDocuments;
use Docket\Emails\SwitchedOffMails;
use Docket\Events\EventSender;
use Docket\Events\FollowUp;
use Docket\Events\OrderHooks;
use Docket\Events\Outbox;
use Docket\Events\Sweep;
use Docket\Orders\BulkActions;
use Docket\Orders\ListColumn;
use Docket\Orders\OrderActions;
use Docket\Orders\OrderAssets;
use Docket\Orders\OrderDocuments;
use Docket\Orders\OrderNotes;
use Docket\Orders\OrderPanel;
use Docket\Privacy\PrivacyRequests;
use Docket\Rest\FileResponse;
use Docket\Rest\ServiceController;
use Docket\Rest\VerifyController;
use Docket\Service\ServiceClient;

/** Joins the plugin's parts to WordPress's hooks. */
final class Plugin {

	private readonly ConnectionStore $connection;
	private readonly ServiceClient $service;
	private readonly EventSender $sender;
	private readonly Outbox $outbox;
	private readonly OrderDocuments $documents;
	private readonly OrderNotes $notes;
	private readonly SubscriptionReporter $reporter;

	private function __construct() {
		$this->connection = new ConnectionStore();
		$this->service    = new ServiceClient( $this->connection );
		$this->sender     = new EventSender( $this->connection );
		$this->outbox     = new Outbox( $this->sender );
		$this->documents  = new OrderDocuments( $this->service, $this->outbox );
		$this->notes      = new OrderNotes( $this->documents );
		$this->reporter   = new SubscriptionReporter( $this->connection, $this->service );
	}

	public static function boot(): void {
		register_activation_hook( DOCKET_FILE, array( self::class, 'activate' ) );
		register_deactivation_hook( DOCKET_FILE, array( self::class, 'deactivate' ) );
		add_action( 'before_woocommerce_init', array( self::class, 'declare_compatibility' ) );
		add_action(
			'plugins_loaded',
			static function (): void {
				// WordPress activates no plugin without those it requires, but WooCommerce can be taken away by hand.
				if ( class_exists( 'WooCommerce' ) ) {
					( new self() )->register();
				}
			}
		);
	}

	/** A shop that was connected before goes on where it stopped. */
	public static function activate(): void {
		if ( function_exists( 'as_has_scheduled_action' ) ) {
			Sweep::ensure();
			SubscriptionReporter::ensure();
		}
	}

	/** Scheduled work would fail without the plugin. What is lost meanwhile the sweep finds after the next activation. */
	public static function deactivate( bool $is_of_network = false ): void {
		if ( ! function_exists( 'as_unschedule_all_actions' ) ) {
			return;
		}
		$forget = static function (): void {
			// A site without a connection may have no scheduler either.
			if ( null !== ( new ConnectionStore() )->stored() ) {
				as_unschedule_all_actions( '', array(), Outbox::GROUP );
			}
		};
		$is_of_network ? Network::each_site( $forget ) : $forget();
	}

	public static function declare_compatibility(): void {
		if ( class_exists( FeaturesUtil::class ) ) {
			FeaturesUtil::declare_compatibility( 'custom_order_tables', DOCKET_FILE, true );
			FeaturesUtil::declare_compatibility( 'cart_checkout_blocks', DOCKET_FILE, true );
		}
	}

	private function register(): void {
		Languages::register();
		$this->outbox->register();
		( new OrderHooks( $this->outbox, $this->connection ) )->register();
		( new Sweep( $this->connection, $this->service, $this->sender, $this->notes ) )->register();
		( new FollowUp( $this->notes ) )->register();
		$this->reporter->register();
		( new SwitchedOffMails( $this->connection ) )->register();
		( new AttachedDocuments( $this->connection, $this->service, $this->documents, $this->notes ) )->register();
		( new PrivacyRequests( $this->connection, $this->service ) )->register();
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		if ( is_admin() ) {
			// Names of kinds and labels are words of a language, which WordPress knows from `init` on.
			add_action( 'init', array( $this, 'register_admin' ) );
		} else {
			( new AccountDocuments( $this->documents ) )->register();
			( new DocumentLink( $this->connection, $this->service, $this->documents ) )->register();
		}
	}

	public function register_routes(): void {
		( new VerifyController() )->register_routes();
		( new ServiceController( $this->service, $this->outbox, $this->notes, $this->reporter ) )->register_routes();
		FileResponse::register();
	}

	public function register_admin(): void {
		$card = new ConnectionCard( $this->connection );
		( new Menu( $this->connection, $card ) )->register();
		( new SettingsTab( $card ) )->register();
		( new ConnectionNotice( $this->connection ) )->register();
		( new ConnectionActions( new Connection( $this->connection, $this->service ) ) )->register();
		( new OrderActions( $this->documents, $this->notes ) )->register();
		( new BulkActions() )->register();
		( new ListColumn() )->register();
		( new OrderPanel() )->register();
		( new OrderAssets( $this->connection ) )->register();
	}
}
