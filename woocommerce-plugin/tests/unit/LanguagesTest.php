<?php
declare( strict_types=1 );

use Docket\Languages;

final class LanguagesTest extends SiteTestCase {

	/** @dataProvider files */
	public function test_a_region_without_its_own_file_reads_its_languages( string $wanted, string $found ): void {
		self::assertSame( "/languages/$found", Languages::find_file( "/languages/$wanted", 'docket' ) );
	}

	public static function files(): array {
		return array(
			array( 'docket-nl_BE.mo', 'docket-nl_NL.mo' ),
			array( 'docket-fr_BE.l10n.php', 'docket-fr_FR.l10n.php' ),
			array( 'docket-de_DE_formal.mo', 'docket-de_DE.mo' ),
			array( 'docket-nl_BE-0123456789abcdef0123456789abcdef.json', 'docket-nl_NL-0123456789abcdef0123456789abcdef.json' ),
			array( 'docket-es_ES.mo', 'docket-es_ES.mo' ),
		);
	}

	public function test_other_plugins_keep_their_files(): void {
		self::assertSame( '/languages/docket-nl_BE.mo', Languages::find_file( '/languages/docket-nl_BE.mo', 'other' ) );
	}
}
