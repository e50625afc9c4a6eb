import { defer, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Page, Text } from "@shopify/polaris";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { Deferred } from "../components/deferred.tsx";
import { HomeSkeleton } from "../components/home/home-skeleton.tsx";
import { MonthCard } from "../components/home/month-card.tsx";
import { RecentCard } from "../components/home/recent-card.tsx";
import { SetupCard } from "../components/home/setup-card.tsx";
import { WaitingCard } from "../components/home/waiting-card.tsx";
import { LoadingFailed } from "../components/loading-failed.tsx";
import { PlanUseBanner } from "../components/plan/plan-use-banner.tsx";
import { homeWords as words } from "../wording/home.ts";

/** Deferred: counting orders without a document asks the shop. */
export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  return defer({ home: desk.loadHome() });
}

export default function Home() {
  const { home } = useLoaderData<typeof loader>();
  return (
    <Page>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <Deferred resolve={home} fallback={<HomeSkeleton />} errorElement={<HomeFailed />}>
        {({ stats, setupSteps, isSellerComplete, recentDocuments, planUse, ...waiting }) => (
          <BlockStack gap="400">
            {!isSellerComplete && <SellerIncomplete />}
            <PlanUseBanner use={planUse} />
            <SetupCard steps={setupSteps} />
            <WaitingCard {...stats} {...waiting} held={planUse.held} />
            <MonthCard {...stats} use={planUse} />
            <RecentCard documents={recentDocuments} />
          </BlockStack>
        )}
      </Deferred>
    </Page>
  );
}

const SellerIncomplete = () => (
  <Banner tone="info" action={{ content: words.incomplete.button, url: words.incomplete.url }}>
    {words.incomplete.text}
  </Banner>
);

const HomeFailed = () => (
  <LoadingFailed
    title={words.failed.title}
    text={words.failed.text}
    retryLabel={words.failed.retry}
  />
);
