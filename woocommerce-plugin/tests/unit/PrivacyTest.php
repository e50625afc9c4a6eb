<?php
declare( strict_types=1 );

use Docket\Privacy\ExportItems;

final class PrivacyTest extends SiteTestCase {

	public function test_what_the_service_keeps_becomes_names_and_values(): void {
		$items = ExportItems::of(
			array(
				'documents' => array(
					array(
						'number' => 'F1',
						'buyer'  => array( 'name' => '<b>Ann</b>', 'address' => array( 'city' => 'Gent' ) ),
						'isPaid' => true,
						'note'   => '',
						'due'    => null,
					),
				),
				'orders'    => array(),
			)
		);
		self::assertCount( 1, $items );
		self::assertSame( 'docket-documents', $items[0]['group_id'] );
		self::assertSame(
			array( 'number' => 'F1', 'buyer.name' => '&lt;b&gt;Ann&lt;/b&gt;', 'buyer.address.city' => 'Gent', 'isPaid' => 'true' ),
			array_column( $items[0]['data'], 'value', 'name' )
		);
	}
}
