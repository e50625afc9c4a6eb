<?php
declare( strict_types=1 );

namespace Docket\Events;

use ActionScheduler_Store;
use Docket\Orders\OrderNotes;
use Docket\Service\ServiceProblem;

/** A minute after orders were told of: looks what the service made of them, and notes it on the orders. All in one call. */
final class FollowUp {

	public const HOOK = 'docket_follow_up';

	private const DELAY_SECONDS = MINUTE_IN_SECONDS;
	/** A mail leaves seconds after its document; what takes longer is noted by the daily sweep. */
	private const LOOK_BACK_MINUTES = 15;
	private const MOST_ORDERS = 100;

	public function __construct( private readonly OrderNotes $notes ) {}

	public function register(): void {
		add_action( self::HOOK, array( $this, 'run' ) );
	}

	/** Plans one look, however many orders were told of. */
	public static function plan(): void {
		as_schedule_single_action( time() + self::DELAY_SECONDS, self::HOOK, array(), Outbox::GROUP, true );
	}

	public function run(): void {
		$actions   = as_get_scheduled_actions(
			array(
				'hook'             => Outbox::HOOK,
				'group'            => Outbox::GROUP,
				'status'           => ActionScheduler_Store::STATUS_COMPLETE,
				'modified'         => gmdate( 'Y-m-d H:i:s', time() - self::LOOK_BACK_MINUTES * MINUTE_IN_SECONDS ),
				'modified_compare' => '>=',
				'orderby'          => 'modified',
				'order'            => 'DESC',
				'per_page'         => self::MOST_ORDERS,
			)
		);
		$order_ids = array_map( static fn ( $action ): int => (int) ( $action->get_args()['order_id'] ?? 0 ), $actions );
		try {
			$is_settled = $this->notes->look( array_values( array_unique( $order_ids ) ) );
		} catch ( ServiceProblem ) {
			return;
		}
		if ( ! $is_settled ) {
			self::plan();
		}
	}
}
