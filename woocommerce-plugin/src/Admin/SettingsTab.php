<?php
declare( strict_types=1 );

namespace Docket\Admin;

use Docket\Emails\MailChoice;
use Docket\Orders\DocumentWords;
use Docket\Service\ServiceProblem;
use Docket\Service\ServiceUrl;

/**
 * WooCommerce → Settings → Docket: what belongs to this site and not to the documents. WooCommerce shows and saves the fields,
 * with its own nonce and capability.
 */
final class SettingsTab {

	public const TAB               = 'docket';
	public const REMOVE_ON_UNINSTALL = 'docket_remove_on_uninstall';
	private const PRIORITY         = 60;
	private const CARD             = 'docket_connection_card';

	/** Mails about something else than one order. */
	private const OTHER_MAILS = array( 'customer_reset_password', 'customer_new_account', 'customer_note' );

	public function __construct( private readonly ConnectionCard $card ) {}

	public function register(): void {
		add_filter( 'woocommerce_settings_tabs_array', array( $this, 'add' ), self::PRIORITY );
		add_action( 'woocommerce_settings_tabs_' . self::TAB, fn () => woocommerce_admin_fields( self::fields() ) );
		add_action( 'woocommerce_update_options_' . self::TAB, fn () => woocommerce_update_options( self::fields() ) );
		add_action( 'woocommerce_admin_field_' . self::CARD, fn () => $this->card->show() );
		add_filter( 'woocommerce_admin_settings_sanitize_option_' . ServiceUrl::OPTION, array( $this, 'check_url' ) );
	}

	public static function url(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=' . self::TAB );
	}

	public function add( array $tabs ): array {
		return $tabs + array( self::TAB => 'Docket' );
	}

	/** An address that is refused changes nothing. */
	public function check_url( mixed $url ): string {
		$url = trim( (string) $url );
		try {
			return '' === $url ? '' : ServiceUrl::check( $url );
		} catch ( ServiceProblem $problem ) {
			\WC_Admin_Settings::add_error( $problem->getMessage() );
			return (string) get_option( ServiceUrl::OPTION, '' );
		}
	}

	private static function fields(): array {
		$mails = self::order_mails();
		return array(
			array( 'type' => self::CARD ),
			...self::section( 'docket_mails', __( 'Who e-mails the documents', 'docket' ), __( 'Never both, so that no customer gets two mails for one thing.', 'docket' ), array( self::mode_field() ) ),
			...self::section( 'docket_mails_of_docket', __( 'When Docket e-mails', 'docket' ), '', array( self::off_field( $mails ) ) ),
			...self::section( 'docket_mails_of_woocommerce', __( 'When WooCommerce e-mails', 'docket' ), __( 'What is attached to which mail.', 'docket' ), self::attach_fields( $mails ) ),
			...self::section( 'docket_advanced', __( 'Advanced', 'docket' ), '', self::advanced_fields() ),
		);
	}

	private static function section( string $id, string $title, string $description, array $fields ): array {
		$start = array(
			'type'  => 'title',
			'id'    => $id,
			'title' => $title,
			'desc'  => $description,
		);
		return array( $start, ...$fields, array( 'type' => 'sectionend', 'id' => $id ) );
	}

	private static function mode_field(): array {
		return array(
			'id'      => MailChoice::MODE,
			'type'    => 'radio',
			'title'   => __( 'Documents are e-mailed by', 'docket' ),
			'default' => MailChoice::DOCKET,
			'options' => array(
				MailChoice::DOCKET      => __( 'Docket: with its own text, its log and its retries', 'docket' ),
				MailChoice::WOOCOMMERCE => __( 'WooCommerce: attached to the mails chosen below, which then leave in the background', 'docket' ),
			),
		);
	}

	/** @param array<string, string> $mails Names by id. */
	private static function off_field( array $mails ): array {
		return array(
			'id'      => MailChoice::OFF,
			'type'    => 'multiselect',
			'class'   => 'wc-enhanced-select',
			'title'   => __( 'Mails that are not sent', 'docket' ),
			'desc'    => __( 'Docket’s take the place of these mails of WooCommerce.', 'docket' ),
			'default' => array(),
			'options' => $mails,
		);
	}

	/**
	 * @param array<string, string> $mails Names by id.
	 *
	 * @return array[]
	 */
	private static function attach_fields( array $mails ): array {
		$fields = array();
		foreach ( $mails as $email_id => $title ) {
			$fields[] = array(
				'id'      => MailChoice::ATTACHED . "[$email_id]",
				'type'    => 'select',
				'title'   => $title,
				'default' => '',
				'options' => array( '' => __( 'Nothing', 'docket' ) ) + DocumentWords::kinds(),
			);
		}
		return $fields;
	}

	private static function advanced_fields(): array {
		return array(
			array(
				'id'          => ServiceUrl::OPTION,
				'type'        => 'url',
				'title'       => __( 'Address of the service', 'docket' ),
				'desc'        => __( 'Only for a Docket service of your own. Counts when the shop is connected again.', 'docket' ),
				'placeholder' => DOCKET_SERVICE_URL,
				'default'     => '',
			),
			array(
				'id'      => self::REMOVE_ON_UNINSTALL,
				'type'    => 'checkbox',
				'title'   => __( 'When the plugin is deleted', 'docket' ),
				'desc'    => __( 'Disconnect the shop and remove these settings. Documents stay with Docket, as the law requires. Without this tick everything is kept for when you come back.', 'docket' ),
				'default' => 'no',
			),
		);
	}

	/** @return array<string, string> Names of WooCommerce's mails to customers about an order, by id. */
	private static function order_mails(): array {
		$mails = array();
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email->is_customer_email() && ! in_array( $email->id, self::OTHER_MAILS, true ) ) {
				$mails[ $email->id ] = $email->get_title();
			}
		}
		return $mails;
	}
}
