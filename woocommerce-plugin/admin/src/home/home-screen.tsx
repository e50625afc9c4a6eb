import { servicePath } from "../api/call.ts";
import type { Home } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { Screen } from "../frame/screen.tsx";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { homeWords as words } from "../wording/home.ts";
import { PlanUseBanner } from "../plan/plan-use-banner.tsx";
import { MonthCard } from "./month-card.tsx";
import { RecentCard } from "./recent-card.tsx";
import { SetupCard } from "./setup-card.tsx";
import { WaitingCard } from "./waiting-card.tsx";

export function HomeScreen() {
  const home = useLoad<Home>(servicePath("home"));
  return (
    <Screen title={words.title}>
      <LoadedView loaded={home} text={words.loading}>
        {({ stats, setupSteps, isSellerComplete, recentDocuments, planUse, ...waiting }) => (
          <div className="docket-stack">
            {!isSellerComplete && <SellerIncomplete />}
            <PlanUseBanner use={planUse} />
            <SetupCard steps={setupSteps} />
            <WaitingCard {...stats} {...waiting} held={planUse.held} />
            <MonthCard {...stats} use={planUse} />
            <RecentCard documents={recentDocuments} />
          </div>
        )}
      </LoadedView>
    </Screen>
  );
}

const SellerIncomplete = () => (
  <Banner status="info" title={words.incomplete.text}>
    <p>
      <LinkButton to={places.settings("seller")}>{words.incomplete.button}</LinkButton>
    </p>
  </Banner>
);
