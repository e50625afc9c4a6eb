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
  const { value: view, reload } = loaded;
  if (view && !loaded.problem) return <LoadedDocument view={view} onReload={reload} />;
  return (
    <Screen title={words.section} back={{ label: words.section, to: places.documents() }}>
      <LoadedView loaded={{ ...loaded, value: undefined }} text={words.loading}>
        {() => null}
      </LoadedView>
    </Screen>
  );
}
