import { servicePath } from "../api/call.ts";
import type { PlanView } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { Screen } from "../frame/screen.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { planWords as words } from "../wording/plan.ts";
import { PlanSections } from "./plan-sections.tsx";

export function PlanScreen() {
  const loaded = useLoad<PlanView>(servicePath("plan"));
  return (
    <Screen title={words.title}>
      <LoadedView loaded={loaded} text={words.loading}>
        {(plan) => <PlanSections plan={plan} onReload={loaded.reload} />}
      </LoadedView>
    </Screen>
  );
}
