<?php
declare( strict_types=1 );

namespace Docket\Privacy;

/** Turns what the service keeps of a customer, plain JSON, into the groups of names and values that WordPress exports. */
final class ExportItems {

	/**
	 * @param array $collected Lists of records by what they are: orders, documents, deliveries.
	 *
	 * @return array[] Items as `wp_privacy_personal_data_exporters` wants them.
	 */
	public static function of( array $collected ): array {
		$items = array();
		foreach ( $collected as $group => $records ) {
			$records = is_array( $records ) && array_is_list( $records ) ? $records : array( $records );
			foreach ( $records as $index => $record ) {
				$rows = self::rows( is_array( $record ) ? $record : array( (string) $group => $record ) );
				if ( $rows ) {
					$items[] = array(
						'group_id'    => 'docket-' . sanitize_key( (string) $group ),
						/* translators: %s: kind of records, in English, such as "documents". */
						'group_label' => sprintf( __( 'Docket: %s', 'docket' ), (string) $group ),
						'item_id'     => "docket-$group-$index",
						'data'        => $rows,
					);
				}
			}
		}
		return $items;
	}

	/** Nested values get a path for a name: `buyer.address.city`. */
	private static function rows( array $record, string $path = '' ): array {
		$rows = array();
		foreach ( $record as $name => $value ) {
			if ( is_array( $value ) ) {
				array_push( $rows, ...self::rows( $value, "$path$name." ) );
			} elseif ( null !== $value && '' !== $value ) {
				$rows[] = array(
					'name'  => $path . $name,
					'value' => is_bool( $value ) ? ( $value ? 'true' : 'false' ) : esc_html( (string) $value ),
				);
			}
		}
		return $rows;
	}
}
