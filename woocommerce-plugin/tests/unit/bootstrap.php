<?php
// phpcs:disable
declare( strict_types=1 );

require __DIR__ . '/wordpress.php';
require __DIR__ . '/../../src/autoload.php';
require __DIR__ . '/SiteTestCase.php';
