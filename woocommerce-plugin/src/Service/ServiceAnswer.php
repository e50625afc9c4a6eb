<?php
declare( strict_types=1 );

namespace Docket\Service;

/** What the service answered. A download stands in a file, which the reader deletes. */
final class ServiceAnswer {

	public function __construct(
		public readonly int $status,
		public readonly string $body,
		public readonly string $content_type = '',
		public readonly string $disposition = '',
		public readonly string $file = ''
	) {}

	public function is_ok(): bool {
		return $this->status >= 200 && $this->status < 300;
	}

	/** The JSON as arrays; an empty array when it is none. */
	public function data(): array {
		$data = json_decode( $this->body, true );
		return is_array( $data ) ? $data : array();
	}

	/** The JSON as it came: empty objects stay objects, so that the admin page reads what the service wrote. */
	public function json(): mixed {
		return json_decode( $this->body );
	}

	/** The file's name in the Content-Disposition, or "". */
	public function file_name(): string {
		if ( 1 === preg_match( "/filename\\*=UTF-8''([^;\\s]+)/i", $this->disposition, $found ) ) {
			return rawurldecode( $found[1] );
		}
		return 1 === preg_match( '/filename="?([^";]+)"?/i', $this->disposition, $found ) ? $found[1] : '';
	}
}
