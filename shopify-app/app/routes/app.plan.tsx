import { defer, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Page, Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { Deferred } from "../components/deferred.tsx";
import { LoadingFailed } from "../components/loading-failed.tsx";
import {
  planCommandSchema,
  readChoice,
  type PlanOutcome,
} from "../components/plan/plan-command.ts";
import { PlanSkeleton } from "../components/plan/plan-skeleton.tsx";
import { PlanSections } from "../components/plan/plan-sections.tsx";
import { readJson } from "../requests/read-json.server.ts";
import { runPlanCommand } from "../requests/run-plan-command.server.ts";
import { planWords as words } from "../wording/plan.ts";

/** Deferred: whoever bills is asked. The address says what was asked for there, and nothing of what the merchant has. */
export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { searchParams } = new URL(args.request.url);
  const asked = readChoice(searchParams.get("asked"));
  const returned = asked ? { asked, hasChargeId: searchParams.has("charge_id") } : null;
  return defer({ returned, view: desk.loadPlan() });
}

export async function action(args: ActionFunctionArgs): Promise<PlanOutcome> {
  const { desk } = await authenticateAdmin(args);
  const command = await readJson(args.request, planCommandSchema);
  return runPlanCommand(command, desk, args.context.docket.environment);
}

export default function Plan() {
  const { returned, view } = useLoaderData<typeof loader>();
  return (
    <Page>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <Deferred resolve={view} fallback={<PlanSkeleton />} errorElement={<PlanFailed />}>
        {(plan) => <PlanSections plan={plan} returned={returned} />}
      </Deferred>
    </Page>
  );
}

const PlanFailed = () => (
  <LoadingFailed
    title={words.failed.title}
    text={words.failed.text}
    retryLabel={words.failed.retry}
  />
);
