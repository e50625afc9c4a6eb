import type { ArtefactType } from "#domain/workflows";
import type { DocumentView } from "../api/types.ts";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords } from "../wording/document.ts";
import { planWords } from "../wording/plan.ts";

const words = documentWords.files;

interface FilesCardProps extends Pick<DocumentView, "files"> {
  readonly isBusy: boolean;
  readonly onDownload: (type: ArtefactType) => void;
}

/** Every form of the document, or why it has none. */
export function FilesCard({ files, isBusy, onDownload }: FilesCardProps) {
  const missing = new Set(files.flatMap(({ problem }) => problem || []));
  return (
    <SectionCard title={words.title}>
      {files
        .filter(({ problem }) => problem === "")
        .map(({ type, neededPlan }) => (
          <div key={type} className="docket-spread">
            <div>
              <strong>{words.names[type]}</strong>
              <p className="docket-quiet">{words.help[type]}</p>
              {neededPlan !== "" && <p>{planWords.document.partOf(neededPlan)}</p>}
            </div>
            {neededPlan === "" ? (
              <PushButton
                isSmall
                isDisabled={isBusy}
                spokenName={words.downloadOf(words.names[type])}
                onClick={() => onDownload(type)}
              >
                {words.download}
              </PushButton>
            ) : (
              <LinkButton
                size="compact"
                to={places.plan()}
                spokenName={planWords.document.plansFor(words.names[type])}
              >
                {planWords.document.plans}
              </LinkButton>
            )}
          </div>
        ))}
      {[...missing].map((problem) => (
        <div key={problem}>
          <strong>
            {files
              .filter((file) => file.problem === problem)
              .map(({ type }) => words.names[type])
              .join(" · ")}
          </strong>
          <p className="docket-quiet">{problem}</p>
        </div>
      ))}
    </SectionCard>
  );
}
