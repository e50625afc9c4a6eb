import type { ArtefactType } from "#domain/workflows";
import type { DocumentView } from "../api/types.ts";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords } from "../wording/document.ts";

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
        .map(({ type }) => (
          <div key={type} className="docket-spread">
            <div>
              <strong>{words.names[type]}</strong>
              <p className="docket-quiet">{words.help[type]}</p>
            </div>
            <PushButton
              isSmall
              isDisabled={isBusy}
              spokenName={words.downloadOf(words.names[type])}
              onClick={() => onDownload(type)}
            >
              {words.download}
            </PushButton>
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
