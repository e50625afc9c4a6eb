import { servicePath } from "../api/call.ts";
import type { DocumentView } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { Screen } from "../frame/screen.tsx";
import { places } from "../navigation/route.ts";
import { LoadedView } from "../parts/loaded-view.tsx";
import { documentWords as words } from "../wording/document.ts";
import { LoadedDocument } from "./loaded-document.tsx";

export function DocumentScreen({ documentId }: { readonly documentId: string }) {
  const loaded = useLoad<DocumentView>(servicePath(`documents/${encodeURIComponent(documentId)}`));
  const { value: view, problem, reload } = loaded;
  if (view) return <LoadedDocument view={view} problem={problem} onReload={reload} />;
  return (
    <Screen title={words.section} back={{ label: words.section, to: places.documents() }}>
      <LoadedView loaded={loaded} text={words.loading}>
        {() => null}
      </LoadedView>
    </Screen>
  );
}
