<?php
declare( strict_types=1 );

namespace Docket\Connection;

/** What the service is told of the shop when it connects: the start of the seller's details and settings. */
final class SiteFacts {

	public static function collect(): array {
		$countries = WC()->countries;
		return array(
			'siteUrl'     => SiteAddress::home(),
			'siteName'    => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
			'timeZone'    => self::time_zone(),
			'currency'    => get_woocommerce_currency(),
			'countryCode' => $countries->get_base_country(),
			'address'     => array(
				'line1'       => $countries->get_base_address(),
				'line2'       => $countries->get_base_address_2(),
				'postalCode'  => $countries->get_base_postcode(),
				'city'        => $countries->get_base_city(),
				'region'      => $countries->get_base_state(),
				'countryCode' => $countries->get_base_country(),
			),
			'email'       => (string) get_option( 'woocommerce_email_from_address', get_bloginfo( 'admin_email' ) ),
			'locale'      => get_locale(),
			'versions'    => array(
				'php'         => PHP_VERSION,
				'wordpress'   => get_bloginfo( 'version' ),
				'woocommerce' => WC_VERSION,
				'plugin'      => DOCKET_VERSION,
			),
		);
	}

	/** A name such as Europe/Brussels. A site that only set an offset gets the zone of its country's first city. */
	private static function time_zone(): string {
		$name = wp_timezone_string();
		if ( preg_match( '/^[A-Za-z]/', $name ) ) {
			return $name;
		}
		$of_country = timezone_identifiers_list( \DateTimeZone::PER_COUNTRY, WC()->countries->get_base_country() );
		return $of_country[0] ?? 'UTC';
	}
}
