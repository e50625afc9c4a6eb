import { Spinner } from "@wordpress/components";
import { Banner } from "../parts/banner.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { textsWords } from "../wording/settings.ts";
import { useTextPreview, type TextsToPreview } from "./use-text-preview.ts";

const words = textsWords.preview;

/** The texts as they read on a sample order, while they are written. */
export function TextPreviewCard(texts: TextsToPreview) {
  const { preview, problem } = useTextPreview(texts);
  return (
    <div className="docket-sticky">
      <SectionCard title={words.title} text={words.text}>
        <div className="docket-stack" aria-live="polite">
          {problem && (
            <Banner status="warning" title={words.problem}>
              {problem}
            </Banner>
          )}
          {preview === null && problem === "" && <Spinner />}
          {preview && (
            <>
              <PreviewText label={words.caption} text={preview.caption} />
              <PreviewText label={words.subject} text={preview.subject} />
              <PreviewText label={words.body} text={preview.body} />
            </>
          )}
        </div>
      </SectionCard>
    </div>
  );
}

const PreviewText = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <h3>{label}</h3>
    <div className="docket-own-words">
      {text || <span className="docket-quiet">{words.empty}</span>}
    </div>
  </div>
);
