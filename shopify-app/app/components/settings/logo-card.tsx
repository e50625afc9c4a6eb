import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import {
  Banner,
  BlockStack,
  Button,
  DropZone,
  InlineGrid,
  InlineStack,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { brandWords } from "../../wording/settings.ts";
import { RunningNote } from "../running-note.tsx";
import { useAnswer } from "../use-answer.ts";
import { SectionCard } from "../section-card.tsx";
import { useLogoUrl } from "./use-logo-url.ts";

const words = brandWords.logo;
const LOGO_URL = "/app/settings/logo";
const MAX_LOGO_BYTES = 500_000;

export interface LogoOutcome {
  /** "" when it was saved. */
  readonly problem: string;
  readonly hasLogo: boolean;
}

/** The logo is kept as soon as it is chosen; `sha256` names its bytes, "" means there is none. */
export function LogoCard({ sha256 }: { readonly sha256: string }) {
  const fetcher = useFetcher<LogoOutcome>();
  const shopify = useAppBridge();
  const [refusal, setRefusal] = useState("");
  const isBusy = fetcher.state !== "idle";
  const problem = refusal || (isBusy ? "" : (fetcher.data?.problem ?? ""));

  useAnswer(fetcher, (answer) => {
    if (answer.problem === "") shopify.toast.show(answer.hasLogo ? words.saved : words.removed);
  });

  const upload = (_all: File[], [file]: File[]) => {
    setRefusal(refusalOf(file));
    if (!file || refusalOf(file) !== "") return;
    const form = new FormData();
    form.set("logo", file);
    fetcher.submit(form, { method: "post", action: LOGO_URL, encType: "multipart/form-data" });
  };
  const remove = () => {
    setRefusal("");
    fetcher.submit(null, { method: "delete", action: LOGO_URL });
  };

  return (
    <SectionCard title={words.title} text={words.text}>
      <RunningNote text={isBusy ? words.uploading : null} />
      {problem && (
        <Banner tone="critical" title={words.notSaved}>
          {problem}
        </Banner>
      )}
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        <BlockStack gap="200">
          <LogoBox sha256={sha256} />
          {sha256 && (
            <InlineStack>
              <Button onClick={remove} disabled={isBusy}>
                {words.remove}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
        <DropZone
          label={sha256 ? words.replace : words.choose}
          labelHidden
          accept="image/png,image/jpeg,image/svg+xml"
          type="file"
          allowMultiple={false}
          disabled={isBusy}
          onDrop={upload}
        >
          <DropZone.FileUpload actionTitle={sha256 ? words.replace : words.choose} />
        </DropZone>
      </InlineGrid>
    </SectionCard>
  );
}

/** What the server would say too, without the upload. */
function refusalOf(file: File | undefined): string {
  if (!file) return words.wrongType;
  return file.size > MAX_LOGO_BYTES ? words.tooLarge : "";
}

function LogoBox({ sha256 }: { readonly sha256: string }) {
  const url = useLogoUrl(LOGO_URL, sha256);
  return (
    <div className="logo-box">
      {url ? (
        <img src={url} alt={words.alt} />
      ) : (
        <Text as="span" tone="subdued">
          {sha256 ? "" : words.none}
        </Text>
      )}
    </div>
  );
}
