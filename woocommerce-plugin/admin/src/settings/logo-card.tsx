import { DropZone, FormFileUpload } from "@wordpress/components";
import { useState } from "@wordpress/element";
import type { MerchantSettings } from "#domain/merchant";
import { call, servicePath, type Answer } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { useTask } from "../api/use-task.ts";
import { putSettings } from "../form/use-settings-form.ts";
import { useToast } from "../frame/toasts.tsx";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { brandWords } from "../wording/settings.ts";
import { useLogoUrl } from "./use-logo-url.ts";

const words = brandWords.logo;
const MAX_LOGO_BYTES = 500_000;
const TYPES = ["image/png", "image/jpeg", "image/svg+xml"];

interface LogoCardProps {
  readonly brand: MerchantSettings["brand"];
  readonly onSaved: (settings: MerchantSettings) => void;
}

/** The logo is kept as soon as it is chosen. */
export function LogoCard({ brand, onSaved }: LogoCardProps) {
  const tell = useToast();
  const task = useTask();
  const [refusal, setRefusal] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const sha256 = brand.logo?.sha256 ?? "";

  const change = async (told: string, send: () => Promise<Answer<MerchantSettings>>) => {
    setProblem(null);
    const answer = await task.run(words.uploading, send);
    if (!answer.ok) return setProblem(answer.problem);
    onSaved(answer.value);
    tell(told);
  };
  const upload = (file: File | undefined) => {
    const refused = refusalOf(file);
    setRefusal(refused);
    if (!file || refused !== "") return;
    void change(words.saved, () => call(servicePath("logo"), { method: "PUT", file }));
  };
  const remove = () => {
    setRefusal("");
    void change(words.removed, () => putSettings({ brand: { ...brand, logo: null } }));
  };

  return (
    <SectionCard title={words.title} text={words.text}>
      <RunningNote text={task.text} />
      {refusal && (
        <Banner status="error" title={words.notSaved}>
          {refusal}
        </Banner>
      )}
      {problem && <ProblemBanner title={words.notSaved} problem={problem} />}
      <div className="docket-logo">
        <LogoPicture sha256={sha256} />
        <DropZone onFilesDrop={([file]) => upload(file)} />
      </div>
      <div className="docket-buttons">
        <FormFileUpload
          accept={TYPES.join(",")}
          onChange={({ currentTarget }) => upload(currentTarget.files?.[0])}
          render={({ openFileDialog }) => (
            <PushButton isDisabled={task.text !== null} onClick={openFileDialog}>
              {sha256 ? words.replace : words.choose}
            </PushButton>
          )}
        />
        {sha256 && (
          <PushButton isDestructive isDisabled={task.text !== null} onClick={remove}>
            {words.remove}
          </PushButton>
        )}
      </div>
    </SectionCard>
  );
}

/** What the service would say too, without the upload. */
function refusalOf(file: File | undefined): string {
  if (!file || !TYPES.includes(file.type)) return words.wrongType;
  return file.size > MAX_LOGO_BYTES ? words.tooLarge : "";
}

function LogoPicture({ sha256 }: { readonly sha256: string }) {
  const url = useLogoUrl(sha256);
  if (url) return <img src={url} alt={words.alt} />;
  return <span className="docket-quiet">{sha256 ? "" : words.none}</span>;
}
